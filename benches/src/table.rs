//! A table of instructions, and of their ratios.

use std::fmt;

/// What was measured of several things that do the same.
pub(crate) struct Table {
    /// What they do.
    pub(crate) title: String,
    /// Their names and instructions.
    pub(crate) rows: Vec<(&'static str, f64)>,
    /// What they are compared to.
    pub(crate) yardsticks: Vec<Yardstick>,
}

/// A row that the others are compared to.
pub(crate) struct Yardstick {
    pub(crate) name: &'static str,
    /// The most that the first row is to cost, as a multiple of this one.
    pub(crate) at_most: Option<f64>,
    /// The most that it may cost; otherwise the program fails.
    pub(crate) limit: Option<f64>,
}

impl Table {
    /// What the first row costs more than it may, in words.
    pub(crate) fn broken(&self) -> Vec<String> {
        let first = self.rows.first().map_or(f64::NAN, |row| row.1);
        let ratio = |yardstick: &Yardstick| first / self.instructions(yardstick.name);
        let broken = self.yardsticks.iter().filter_map(|yardstick| {
            let limit = yardstick.limit.filter(|limit| ratio(yardstick) > *limit)?;
            Some(format!(
                "{}: {:.3} of {}, more than {limit:.2}",
                self.title,
                ratio(yardstick),
                yardstick.name
            ))
        });
        broken.collect()
    }

    fn instructions(&self, name: &str) -> f64 {
        self.rows.iter().find(|row| row.0 == name).map_or(f64::NAN, |row| row.1)
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:44}{:>12}", self.title, "instructions")?;
        for yardstick in &self.yardsticks {
            write!(f, "{:>16}", format!("of {}", yardstick.name))?;
        }
        writeln!(f)?;
        for (name, instructions) in &self.rows {
            write!(f, "  {name:42}{instructions:>12.0}")?;
            for yardstick in &self.yardsticks {
                write!(f, "{:>16.2}", instructions / self.instructions(yardstick.name))?;
            }
            writeln!(f)?;
        }
        if self.yardsticks.iter().all(|yardstick| yardstick.at_most.is_none()) {
            return Ok(());
        }
        write!(f, "  {:54}", "aim of the first")?;
        for yardstick in &self.yardsticks {
            let aim = yardstick.at_most.map(|most| format!("at most {most:.2}"));
            write!(f, "{:>16}", aim.unwrap_or_default())?;
        }
        writeln!(f)
    }
}
