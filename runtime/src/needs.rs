//! What generated code says where it needs a feature of this crate.

/// Nothing where the feature is on; otherwise an error of the compiler that says which feature to add.
#[cfg(feature = "multipart")]
#[doc(hidden)]
#[macro_export]
macro_rules! needs {
    (multipart) => {};
}

#[cfg(not(feature = "multipart"))]
#[doc(hidden)]
#[macro_export]
macro_rules! needs {
    (multipart) => {
        ::core::compile_error!(
            "the document has bodies of `multipart/form-data`: add the feature `multipart` to `specwright-runtime`"
        );
    };
}
