//! The word that was probably meant.

/// The word of `among` that is nearest to `word`, where one is near enough to be what was meant.
pub fn nearest<'a>(word: &str, among: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |other: &str| strsim::damerau_levenshtein(&word.to_lowercase(), &other.to_lowercase());
    let near = word.chars().count().max(3) / 3;
    among
        .into_iter()
        .map(|other| (distance(other), other))
        .filter(|(far, _)| *far <= near)
        .min()
        .map(|best| best.1)
}
