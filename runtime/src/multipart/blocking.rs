//! Work that waits for a disk.

use std::io;

use tokio::runtime::Handle;

/// Does `work` where no task waits for it; at once where there is no runtime to do it elsewhere.
pub(super) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    match Handle::try_current() {
        Ok(handle) => handle.spawn_blocking(work).await.map_err(io::Error::other)?,
        Err(_) => work(),
    }
}
