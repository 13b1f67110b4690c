//! A table of instructions, and of their ratios.

use std::fmt;

/// What was measured of several things that do the same.
pub(crate) struct Table {
    /// What they do.
    pub(crate) title: String,
    /// Their names and instructions.
    pub(crate) rows: Vec<(&'static str, f64)>,
    /// What they are compared to.
    pub(crate) aims: Vec<Aim>,
}

/// What things are compared to, and the most that the first of them is to cost, as a multiple of it.
#[derive(Clone, Copy)]
pub(crate) struct Aim {
    pub(crate) of: &'static str,
    pub(crate) at_most: Option<f64>,
}

impl Table {
    /// What the first row costs, as a multiple of another.
    pub(crate) fn ratio(&self, of: &str) -> f64 {
        self.rows.first().map_or(f64::NAN, |(_, instructions)| instructions / self.instructions(of))
    }

    fn instructions(&self, name: &str) -> f64 {
        self.rows.iter().find(|row| row.0 == name).map_or(f64::NAN, |row| row.1)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:44}{:>12}", self.title, "instructions")?;
        for aim in &self.aims {
            write!(f, "{:>16}", format!("of {}", aim.of))?;
        }
        writeln!(f)?;
        for (name, instructions) in &self.rows {
            write!(f, "  {name:42}{instructions:>12.0}")?;
            for aim in &self.aims {
                write!(f, "{:>16.2}", instructions / self.instructions(aim.of))?;
            }
            writeln!(f)?;
        }
        write!(f, "  {:54}", "aim, for the first")?;
        for aim in &self.aims {
            write!(f, "{:>16}", aim.at_most.map_or_else(String::new, |most| format!("at most {most:.2}")))?;
        }
        writeln!(f)
    }
}
