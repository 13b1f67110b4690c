//! Features that generated code asks for.

/// Fails to compile where a feature of this crate is off, and says which: `needs!(chrono)`.
///
/// ```
/// # #[cfg(all(feature = "chrono", feature = "multipart", feature = "pattern", feature = "uuid"))]
/// specwright_runtime::needs!(chrono, multipart, pattern, uuid);
/// ```
#[macro_export]
macro_rules! needs {
    ($($feature:ident),*) => {
        $($crate::__needs!($feature);)*
    };
}

macro_rules! features {
    ($($feature:tt $name:literal $macro:ident,)+) => {
        $(
            #[cfg(feature = $name)]
            #[doc(hidden)]
            #[macro_export]
            macro_rules! $macro {
                () => {};
            }

            #[cfg(not(feature = $name))]
            #[doc(hidden)]
            #[macro_export]
            macro_rules! $macro {
                () => {
                    ::core::compile_error!(::core::concat!(
                        "the document needs the feature `",
                        $name,
                        "` of the crate `specwright-runtime`: add it in Cargo.toml"
                    ));
                };
            }
        )+

        #[doc(hidden)]
        #[macro_export]
        macro_rules! __needs {
            $(($feature) => { $crate::$macro!(); };)+
        }
    };
}

features! {
    chrono "chrono" __needs_chrono,
    multipart "multipart" __needs_multipart,
    pattern "pattern" __needs_pattern,
    uuid "uuid" __needs_uuid,
}
