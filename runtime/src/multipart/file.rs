//! A file that was sent.

use std::fmt;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;

use bytes::Bytes;
use tempfile::TempPath;

use super::blocking::blocking;

/// A file that was sent as a part of a body, whole.
///
/// A small one is in memory, a larger one in a temporary file, which is removed when this value is dropped.
pub struct File {
    pub(super) filename: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) size: u64,
    pub(super) content: Kept,
}

/// Where the content of a file is.
pub(super) enum Kept {
    InMemory(Bytes),
    OnDisk(TempPath),
}

/// So many bytes are read from disk at once.
const AT_ONCE: usize = 64 * 1024;

impl File {
    /// A file without a name, as a test may hand it to an operation.
    pub fn new(content: impl Into<Bytes>) -> Self {
        let content = content.into();
        Self {
            filename: None,
            media_type: None,
            size: content.len() as u64,
            content: Kept::InMemory(content),
        }
    }

    /// The same file with a name.
    #[must_use]
    pub fn named(mut self, filename: &str) -> Self {
        self.filename = Some(filename.to_owned());
        self
    }

    /// The same file with a media type.
    #[must_use]
    pub fn of_type(mut self, media_type: &str) -> Self {
        self.media_type = Some(media_type.to_owned());
        self
    }

    /// The name that the client gave it. It may be anything, `../../etc/passwd` included: it is to be shown, and not to be
    /// used as a path ([RFC 7578, 4.2](https://www.rfc-editor.org/rfc/rfc7578#section-4.2)).
    pub fn filename(&self) -> Option<&str> {
        self.filename.as_deref()
    }

    /// What the client says that it is: its `Content-Type`, as it was sent.
    pub fn media_type(&self) -> Option<&str> {
        self.media_type.as_deref()
    }

    /// Its length in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// All its bytes, in memory.
    ///
    /// # Errors
    ///
    /// Where the temporary file cannot be read.
    pub async fn bytes(&self) -> io::Result<Bytes> {
        match &self.content {
            Kept::InMemory(bytes) => Ok(bytes.clone()),
            Kept::OnDisk(path) => {
                let path = path.to_path_buf();
                blocking(move || fs::read(path)).await.map(Bytes::from)
            }
        }
    }

    /// Its bytes, to be read one after the other.
    ///
    /// # Errors
    ///
    /// Where the temporary file cannot be opened.
    pub async fn open(&self) -> io::Result<FileReader> {
        Ok(FileReader(match &self.content {
            Kept::InMemory(bytes) => Source::Memory(bytes.clone()),
            Kept::OnDisk(path) => {
                let path = path.to_path_buf();
                Source::Disk(blocking(move || fs::File::open(path)).await?)
            }
        }))
    }

    /// Keeps it at `path`, in place of a file that is there. Only its owner may read it, where the system knows owners.
    ///
    /// A temporary file is moved there, or copied where it is on another file system.
    ///
    /// # Errors
    ///
    /// Where it cannot be written.
    pub async fn persist(self, path: impl AsRef<Path>) -> io::Result<()> {
        let (path, content) = (path.as_ref().to_owned(), self.content);
        blocking(move || match content {
            Kept::OnDisk(temporary) => match temporary.persist(&path) {
                Ok(()) => Ok(()),
                Err(error) => fs::copy(&error.path, &path).map(drop),
            },
            Kept::InMemory(bytes) => {
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
                io::Write::write_all(&mut file, &bytes)?;
                file.persist(&path).map(drop).map_err(io::Error::from)
            }
        })
        .await
    }
}

/// The bytes of a [`File`], one after the other.
pub struct FileReader(Source);

enum Source {
    Memory(Bytes),
    Disk(fs::File),
}

impl FileReader {
    /// The next bytes, at least one of them; `None` at the end.
    ///
    /// # Errors
    ///
    /// Where the temporary file cannot be read.
    pub async fn chunk(&mut self) -> io::Result<Option<Bytes>> {
        let read = match &mut self.0 {
            Source::Memory(bytes) => std::mem::take(bytes),
            Source::Disk(file) => {
                let mut file = file.try_clone()?;
                let read = blocking(move || {
                    let mut bytes = Vec::with_capacity(AT_ONCE);
                    file.by_ref().take(AT_ONCE as u64).read_to_end(&mut bytes).map(|_| bytes)
                });
                read.await?.into()
            }
        };
        Ok((!read.is_empty()).then_some(read))
    }
}

// What was sent may be secret.
impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File").field("size", &self.size).finish_non_exhaustive()
    }
}

impl fmt::Debug for FileReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileReader").finish_non_exhaustive()
    }
}
