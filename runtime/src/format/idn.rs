//! Labels of host names beyond ASCII (RFC 5891, section 4.2; RFC 5892)

/// Whether it is a label, apart from its length. Characters are told apart by blocks: what a label cannot have is punctuation,
/// symbols, capital letters, variants and private use; marks are those of the usual blocks.
pub(super) fn is_label(label: &str) -> bool {
    let characters: Vec<char> = label.chars().collect();
    let hyphens = label.starts_with('-') || label.ends_with('-') || characters.get(2..4) == Some(&['-', '-']);
    let begins_with_mark = characters.first().is_none_or(|first| is_mark(*first));
    !hyphens && !begins_with_mark && (0..characters.len()).all(|place| is_good(&characters, place))
}

fn is_good(label: &[char], place: usize) -> bool {
    let Some(character) = label.get(place).copied() else { return false };
    let before = place.checked_sub(1).and_then(|place| label.get(place)).copied();
    let behind = label.get(place + 1).copied();
    match character {
        'a'..='z' | '0'..='9' | '-' => true,
        '\0'..='\u{7f}' => false,
        // appendix A of RFC 5892: what is good beside others only
        '\u{b7}' => before == Some('l') && behind == Some('l'),
        '\u{375}' => {
            behind.is_some_and(|behind| matches!(behind, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}'))
        }
        '\u{5f3}' | '\u{5f4}' => before.is_some_and(|before| matches!(before, '\u{591}'..='\u{5f4}')),
        '\u{30fb}' => label.iter().any(|other| is_japanese(*other)),
        '\u{200d}' => before.is_some_and(is_virama),
        '\u{200c}' => {
            before.is_some_and(is_virama) || before.is_some_and(is_joining) && behind.is_some_and(is_joining)
        }
        '\u{660}'..='\u{669}' => !label.iter().any(|other| matches!(other, '\u{6f0}'..='\u{6f9}')),
        _ => !character.is_uppercase() && !character.is_whitespace() && !is_disallowed(character),
    }
}

/// Hiragana, Katakana and Han.
fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3005}' | '\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}'
        | '\u{30a1}'..='\u{30fa}' | '\u{30fd}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// What silences the vowel of a letter, in the scripts of India and beside it.
fn is_virama(character: char) -> bool {
    matches!(
        character,
        '\u{94d}'
            | '\u{9cd}'
            | '\u{a4d}'
            | '\u{acd}'
            | '\u{b4d}'
            | '\u{bcd}'
            | '\u{c4d}'
            | '\u{ccd}'
            | '\u{d4d}'
            | '\u{dca}'
            | '\u{e3a}'
            | '\u{f84}'
            | '\u{1039}'
            | '\u{1714}'
            | '\u{1734}'
            | '\u{17d2}'
            | '\u{1a60}'
            | '\u{1b44}'
            | '\u{1baa}'
            | '\u{1bab}'
            | '\u{1bf2}'
            | '\u{1bf3}'
            | '\u{2d7f}'
            | '\u{a806}'
            | '\u{a8c4}'
            | '\u{a953}'
            | '\u{a9c0}'
            | '\u{abed}'
    )
}

/// Letters that are written together: those of Arabic, Syriac and N'Ko.
fn is_joining(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{63f}' | '\u{641}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6fa}'..='\u{7ea}'
        | '\u{840}'..='\u{8b4}')
}

/// What stands on the letter before it.
pub(super) fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{900}'..='\u{903}'
        | '\u{93a}'..='\u{93c}' | '\u{93e}'..='\u{94f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// What no label has: by exception (RFC 5892, section 2.6), or because its block has nothing else.
fn is_disallowed(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{34f}' | '\u{640}' | '\u{7fa}' | '\u{1100}'..='\u{11ff}'
        | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{2bff}' | '\u{2e00}'..='\u{3004}' | '\u{3008}'..='\u{3029}'
        | '\u{302e}'..='\u{303b}' | '\u{303d}'..='\u{303f}' | '\u{309b}' | '\u{309c}' | '\u{30a0}' | '\u{30ff}'
        | '\u{3130}'..='\u{318f}' | '\u{3200}'..='\u{33ff}' | '\u{a960}'..='\u{a97f}' | '\u{d7b0}'..='\u{fb1d}'
        | '\u{fb1f}'..='\u{fe1f}' | '\u{fe30}'..='\u{ffff}' | '\u{1d000}'..='\u{1d7ff}' | '\u{1f000}'..='\u{1fbff}'
        | '\u{2f800}'..='\u{2fa1f}' | '\u{e0000}'..)
}
