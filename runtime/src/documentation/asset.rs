//! What the page loads: Swagger UI, and the script that starts it. `build.rs` unpacks the one and adds the other.

/// A file beside the page.
#[derive(Debug)]
pub(crate) struct Asset {
    pub(super) name: &'static str,
    pub(super) media_type: &'static str,
    pub(super) identity: Coded,
    /// The file compressed, where that makes it smaller.
    pub(super) gzip: Option<Coded>,
}

/// A file in one coding, and the entity tag that it has in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coded {
    pub(super) bytes: &'static [u8],
    pub(super) tag: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

pub(super) fn find(name: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.name == name)
}
