//! A report for people, in the manner of rustc.

use annotate_snippets::{AnnotationKind, Level as Severity, Origin, Renderer, Snippet};

use super::Level;
use super::escape::printable;
use super::excerpt::Excerpt;
use super::report::{Finding, Found, Report};

/// Where a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// In a file or a pipe.
    Plain,
    /// On a terminal with colours (ANSI escape codes).
    Color,
}

impl Report {
    /// The report as text: every finding with its line, and how many there are. Empty if there are none.
    pub fn render(&self, style: Style) -> String {
        if self.is_empty() {
            return String::new();
        }
        let renderer = match style {
            Style::Plain => Renderer::plain(),
            Style::Color => Renderer::styled(),
        };
        let mut shown = String::new();
        for finding in self.findings() {
            shown.push_str(&self.render_finding(&renderer, finding));
            shown.push_str("\n\n");
        }
        shown.push_str(&self.summary());
        shown.push('\n');
        shown
    }

    /// How many findings there are, in one line.
    pub fn summary(&self) -> String {
        let count = |number: usize, what: &str| match number {
            0 => None,
            1 => Some(format!("1 {what}")),
            _ => Some(format!("{number} {what}s")),
        };
        let counts = [count(self.errors(), "error"), count(self.warnings(), "warning")];
        let counts: Vec<_> = counts.into_iter().flatten().collect();
        let counts = if counts.is_empty() { "no problems".to_owned() } else { counts.join(", ") };
        format!("{}: {counts}", printable(self.text().name()))
    }

    fn render_finding(&self, renderer: &Renderer, finding: &Finding) -> String {
        let severity = match finding.level() {
            Level::Warn => Severity::WARNING,
            Level::Deny | Level::Forbid => Severity::ERROR,
        };
        let diagnostic = &finding.diagnostic;
        let path = printable(self.text().name());
        let title = severity.primary_title(&diagnostic.message).id(diagnostic.code.name());
        let help = diagnostic.help.as_ref().map(|help| Severity::HELP.message(help));
        let Some(found) = &finding.found else {
            return renderer.render(&[title.element(Origin::path(path)).elements(help)]);
        };
        let excerpt = Excerpt::new(self.text().content(), &found.line, &found.span);
        let snippet = Snippet::source(&excerpt.text)
            .path(path)
            .line_start(found.start.line)
            .annotation(AnnotationKind::Primary.span(excerpt.marked.clone()));
        let shown = renderer.render(&[title.element(snippet).elements(help)]);
        with_column(&shown, &excerpt, found)
    }
}

/// The renderer counts the column in what it was given to show, which may be a part of a long line.
fn with_column(shown: &str, excerpt: &Excerpt, found: &Found) -> String {
    let line = found.start.line;
    let (counted, column) = (excerpt.column(), found.start.column);
    match shown.split_once('\n') {
        Some((title, rest)) if counted != column => {
            let rest = rest.replacen(&format!(":{line}:{counted}\n"), &format!(":{line}:{column}\n"), 1);
            format!("{title}\n{rest}")
        }
        _ => shown.to_owned(),
    }
}
