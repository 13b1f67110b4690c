//! `pattern`

/// Why a pattern is not taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Refused {
    /// Where in the pattern, in bytes.
    pub(super) offset: usize,
    /// What is wrong there.
    pub(super) message: String,
    /// What to write instead.
    pub(super) help: Option<String>,
}

pub(super) fn translate(ecma: &str) -> Result<String, Refused> {
    if ecma.contains("(?=") {
        let help = Some("say it in the description".to_owned());
        return Err(Refused { offset: 0, message: "lookahead".to_owned(), help });
    }
    Ok(ecma.to_owned())
}
