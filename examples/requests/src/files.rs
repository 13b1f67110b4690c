//! The operations that are sent forms.

use specwright_runtime::{Context, Failure};

use crate::Shed;
use crate::generated::*;
use crate::operations::operations;

impl Form for Shed {
    type Error = Failure;

    operations! {
        add_visit(; Visit) -> AddVisit;
        add_membership(; Membership) -> AddMembership;
    }
}
