//! A file on its way: in memory as long as there is room, on disk from then on.

use std::io::{self, Write as _};

use bytes::Bytes;
use tempfile::NamedTempFile;

use super::blocking::blocking;
use super::file::Kept;

/// The content of a file, as far as it has come.
#[derive(Default)]
pub(super) struct Spool {
    /// All of it, or what is still to be written.
    memory: Vec<u8>,
    disk: Option<NamedTempFile>,
    pub(super) size: u64,
}

/// So many bytes are written to disk at once.
const AT_ONCE: usize = 64 * 1024;

impl Spool {
    /// Takes the next bytes. `room` is how many bytes of files may still be in memory.
    pub(super) async fn write(&mut self, bytes: &[u8], room: &mut usize) -> io::Result<()> {
        self.size += bytes.len() as u64;
        self.memory.extend_from_slice(bytes);
        if self.disk.is_none() {
            if let Some(left) = room.checked_sub(bytes.len()) {
                *room = left;
                return Ok(());
            }
            // what it took of the room is free again
            *room = room.saturating_add(self.memory.len() - bytes.len());
            self.disk = Some(blocking(NamedTempFile::new).await?);
        }
        if self.memory.len() >= AT_ONCE { self.flush().await } else { Ok(()) }
    }

    async fn flush(&mut self) -> io::Result<()> {
        let Some(mut disk) = self.disk.take() else { return Ok(()) };
        let memory = std::mem::take(&mut self.memory);
        let (disk, mut memory) = blocking(move || disk.write_all(&memory).map(|()| (disk, memory))).await?;
        memory.clear();
        (self.disk, self.memory) = (Some(disk), memory);
        Ok(())
    }

    /// The whole file. One on disk is closed, so that many files need few handles.
    pub(super) async fn finish(mut self) -> io::Result<Kept> {
        self.flush().await?;
        Ok(match self.disk {
            None => Kept::InMemory(Bytes::from(self.memory)),
            Some(disk) => Kept::OnDisk(disk.into_temp_path()),
        })
    }
}
