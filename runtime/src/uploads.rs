//! What bodies may have that are not held in memory.

/// The limits of bodies that are streams or carry files: `application/octet-stream` and `multipart/form-data`.
///
/// What such a body has beside its files counts against [`Server::max_body`](crate::Server::max_body), as any other body.
///
/// ```
/// use specwright_runtime::Uploads;
///
/// let uploads = Uploads { max_body: 1024 * 1024 * 1024, ..Uploads::default() };
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uploads {
    /// Bytes that the whole body may have; a longer one is a 413. 64 MiB by default.
    pub max_body: u64,
    /// Bytes that each file may have; a longer one is a 413. As many as the whole body by default.
    pub max_file: u64,
    /// Parts that a body may have; more of them are a 413. 1,000 by default.
    pub max_parts: usize,
    /// Bytes of all files of one body that are kept in memory; what is more is written to temporary files, in the folder that
    /// the system has for them. 1 MiB by default.
    pub in_memory: usize,
}

impl Default for Uploads {
    fn default() -> Self {
        Self { max_body: 64 * 1024 * 1024, max_file: u64::MAX, max_parts: 1000, in_memory: 1024 * 1024 }
    }
}
