//! A text that is read from its beginning.

/// What is left of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rest<'t>(&'t [u8]);

impl<'t> Rest<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self(text.as_bytes())
    }

    pub(super) fn is_empty(self) -> bool {
        self.0.is_empty()
    }

    /// The next byte, which stays.
    pub(super) fn peek(self) -> Option<u8> {
        self.0.first().copied()
    }

    /// The next byte.
    pub(super) fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Takes the next byte if it is one of these.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Option<u8> {
        let next = self.peek().filter(|next| bytes.contains(next))?;
        self.next();
        Some(next)
    }

    /// Takes all bytes that are like this.
    pub(super) fn take_while(&mut self, is: impl Fn(&u8) -> bool) -> &'t [u8] {
        let end = self.0.iter().position(|byte| !is(byte)).unwrap_or(self.0.len());
        let (taken, rest) = self.0.split_at_checked(end).unwrap_or_default();
        self.0 = rest;
        taken
    }

    /// Takes digits, of which there must be one.
    pub(super) fn digits(&mut self) -> Option<&'t [u8]> {
        let digits = self.take_while(u8::is_ascii_digit);
        (!digits.is_empty()).then_some(digits)
    }

    /// A number of exactly so many digits, nine at most.
    pub(super) fn number(&mut self, digits: usize) -> Option<u32> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        number
            .iter()
            .try_fold(0, |all, digit| digit.is_ascii_digit().then(|| all * 10 + u32::from(digit - b'0')))
    }
}
