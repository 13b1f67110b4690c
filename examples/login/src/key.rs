//! What tokens are signed with.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process;

use crate::trouble::Trouble;

/// RFC 7518, section 3.2: as many bytes as the digest has.
const LENGTH: usize = 32;

/// A secret, of at least 32 bytes.
pub(crate) struct Key(Vec<u8>);

impl Key {
    /// One that was configured.
    ///
    /// # Errors
    ///
    /// When it is too short.
    pub(crate) fn configured(secret: Vec<u8>) -> Result<Self, Trouble> {
        match secret.len() {
            LENGTH.. => Ok(Self(secret)),
            length => {
                Err(Trouble::new(format!("LOGIN_JWT_KEY has {length} bytes; it needs at least {LENGTH}")))
            }
        }
    }

    /// The one in a file, which is made where it is not there.
    ///
    /// # Errors
    ///
    /// When others may read the file, or it is no key.
    pub(crate) fn in_file(path: &Path) -> Result<Self, Trouble> {
        let failed =
            |error: io::Error| Trouble::of(format_args!("cannot keep a key in {}", path.display()), error);
        if !path.try_exists().map_err(failed)? {
            make(path).map_err(failed)?;
        }
        if is_open_to_others(path).map_err(failed)? {
            return Err(Trouble::new(format!(
                "others may read the key in {0}: whoever has read it can sign tokens. Remove it, and a new one is made, or \
                `chmod 600 {0}` where nobody has",
                path.display()
            )));
        }
        match fs::read(path).map_err(failed)? {
            secret if secret.len() == LENGTH => Ok(Self(secret)),
            _ => Err(Trouble::new(format!("{} is no key: remove it, and a new one is made", path.display()))),
        }
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The file appears whole and at once, and only where there is none: servers that start together take the same.
fn make(path: &Path) -> io::Result<()> {
    let mut secret = [0; LENGTH];
    getrandom::fill(&mut secret)?;
    let draft = path.with_extension(format!("key-{}", process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    let made =
        file.write_all(&secret).and_then(|()| file.sync_all()).and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    match made {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

#[cfg(unix)]
fn is_open_to_others(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt as _;
    Ok(fs::metadata(path)?.permissions().mode() & 0o077 != 0)
}

/// Where files have no such mode, who may read one is a matter of its folder.
#[cfg(not(unix))]
fn is_open_to_others(_: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails where it stands")]

    use super::*;
    use specwright_tests::scratch::Scratch;

    #[test]
    fn j2_a_key_has_32_bytes_or_more() {
        assert!(Key::configured(vec![b'x'; 31]).is_err());
        assert!(Key::configured(vec![b'x'; 32]).is_ok());
    }

    #[test]
    fn j2_a_key_is_made_once() {
        let folder = Scratch::new();
        let path = folder.path().join("login.key");
        let first = Key::in_file(&path).unwrap();
        assert_eq!(first.bytes(), Key::in_file(&path).unwrap().bytes());
        let other = Key::in_file(&folder.path().join("other.key")).unwrap();
        assert_ne!(first.bytes(), other.bytes());
        let names: Vec<_> =
            fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names.len(), 2, "{names:?}");
    }

    #[test]
    fn a_file_that_is_no_key_is_told() {
        let folder = Scratch::new();
        let path = folder.path().join("login.key");
        Key::in_file(&path).unwrap();
        OpenOptions::new().append(true).open(&path).unwrap().write_all(b"x").unwrap();
        assert!(Key::in_file(&path).is_err_and(|error| error.to_string().contains("is no key")));
    }

    #[cfg(unix)]
    #[test]
    fn j2_a_key_is_for_its_user_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = Scratch::new();
        let path = folder.path().join("login.key");
        Key::in_file(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert!(Key::in_file(&path).is_err_and(|error| error.to_string().contains("chmod 600")));
    }
}
