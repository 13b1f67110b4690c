//! Which versions of OpenAPI there are, and which of them define a key.

/// A version of OpenAPI that documents are read in. Patch releases change no key (3.1.2, section "Versions").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Version {
    /// 3.0.0 to 3.0.4.
    V3_0,
    /// 3.1.0 to 3.1.2.
    V3_1,
    /// 3.2.0.
    V3_2,
}

/// The versions that define a key or a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Versions {
    /// 3.0 and later.
    All,
    /// 3.0 alone.
    Only3_0,
    /// 3.0 and 3.1.
    Until3_1,
    /// 3.1 and later.
    Since3_1,
    /// 3.2 and later.
    Since3_2,
}

impl Versions {
    pub(crate) fn contain(self, version: Version) -> bool {
        match self {
            Self::All => true,
            Self::Only3_0 => version == Version::V3_0,
            Self::Since3_1 => version >= Version::V3_1,
            Self::Until3_1 => version <= Version::V3_1,
            Self::Since3_2 => version >= Version::V3_2,
        }
    }

    /// Where it exists, as the end of a sentence.
    pub(crate) fn existence(self) -> &'static str {
        match self {
            Self::All => "exists since OpenAPI 3.0",
            Self::Only3_0 => "exists only in OpenAPI 3.0",
            Self::Until3_1 => "exists only until OpenAPI 3.1",
            Self::Since3_1 => "exists since OpenAPI 3.1",
            Self::Since3_2 => "exists since OpenAPI 3.2",
        }
    }
}
