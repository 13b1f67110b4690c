//! What is generated from `spec/spec.yaml`: what real documents have, in one type.

pub(crate) use code::{AddOrder, AddPhoto, Api, FindOrders, FindOrdersParameters, Order, Orders, Photo};
pub(crate) use code::{ReplaceOrders, Server};

#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod code;
