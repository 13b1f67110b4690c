//! Statuses that the document leaves to the handler: a class (`4XX`), or all that it does not list (`default`).

use std::error::Error;
use std::fmt;

/// A status that is not one of those that the document leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UndeclaredStatus(pub u16);

impl fmt::Display for UndeclaredStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the document does not declare the status {} here", self.0)
    }
}

impl Error for UndeclaredStatus {}

/// Adds to a `struct Name(u16)` what makes it one of the statuses that its `is_declared` says.
///
/// ```
/// use specwright_runtime::{StatusCode, statuses};
///
/// #[derive(Debug, Clone, Copy, PartialEq, Eq)]
/// pub struct ReadItemsClientErrorStatus(u16);
///
/// impl ReadItemsClientErrorStatus {
///     const fn is_declared(status: u16) -> bool {
///         match status {
///             404 => false,
///             400..=499 => true,
///             _ => false,
///         }
///     }
/// }
///
/// statuses!(ReadItemsClientErrorStatus);
///
/// const GONE: ReadItemsClientErrorStatus = ReadItemsClientErrorStatus::of::<410>();
/// assert_eq!(ReadItemsClientErrorStatus::try_from(StatusCode::GONE), Ok(GONE));
/// assert!(ReadItemsClientErrorStatus::try_from(StatusCode::NOT_FOUND).is_err());
/// ```
///
/// One that is not declared is an error of rustc, or of [`TryFrom`]:
///
/// ```compile_fail,E0080
/// # pub struct ReadItemsClientErrorStatus(u16);
/// # impl ReadItemsClientErrorStatus {
/// #     const fn is_declared(status: u16) -> bool {
/// #         status == 410
/// #     }
/// # }
/// # specwright_runtime::statuses!(ReadItemsClientErrorStatus);
/// let not_found = ReadItemsClientErrorStatus::of::<404>();
/// ```
#[macro_export]
macro_rules! statuses {
    ($name:ident) => {
        #[allow(unreachable_pub, dead_code)]
        impl $name {
            /// The status, known when the server is compiled: one that the document does not declare here is an error of rustc.
            pub const fn of<const STATUS: u16>() -> Self {
                const {
                    ::core::assert!(
                        Self::is_declared(STATUS),
                        "the document does not declare this status here"
                    )
                };
                Self(STATUS)
            }

            /// The status as a number.
            pub const fn as_u16(self) -> u16 {
                self.0
            }
        }

        impl ::core::convert::TryFrom<u16> for $name {
            type Error = $crate::UndeclaredStatus;

            fn try_from(status: u16) -> ::core::result::Result<Self, $crate::UndeclaredStatus> {
                if Self::is_declared(status) {
                    ::core::result::Result::Ok(Self(status))
                } else {
                    ::core::result::Result::Err($crate::UndeclaredStatus(status))
                }
            }
        }

        impl ::core::convert::TryFrom<$crate::StatusCode> for $name {
            type Error = $crate::UndeclaredStatus;

            fn try_from(
                status: $crate::StatusCode,
            ) -> ::core::result::Result<Self, $crate::UndeclaredStatus> {
                <Self as ::core::convert::TryFrom<u16>>::try_from(status.as_u16())
            }
        }
    };
}
