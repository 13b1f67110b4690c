//! `\p{…}` (ECMA-262, 22.2.2.9 and its tables of names; names are taken only as they stand there)

use regex::Regex;

use super::Refused;
use super::cursor::Cursor;
use super::literal::{ANYTHING, NOTHING};

/// Properties that are true or false (ECMA-262, table "Binary Unicode property aliases").
#[rustfmt::skip]
const BINARY: &[&str] = &[
    "AHex", "ASCII", "ASCII_Hex_Digit", "Alpha", "Alphabetic", "Any", "Assigned", "Bidi_C", "Bidi_Control", "Bidi_M", "Bidi_Mirrored",
    "CI", "CWCF", "CWCM", "CWKCF", "CWL", "CWT", "CWU", "Case_Ignorable", "Cased", "Changes_When_Casefolded", "Changes_When_Casemapped",
    "Changes_When_Lowercased", "Changes_When_NFKC_Casefolded", "Changes_When_Titlecased", "Changes_When_Uppercased", "DI", "Dash",
    "Default_Ignorable_Code_Point", "Dep", "Deprecated", "Dia", "Diacritic", "EBase", "EComp", "EMod", "EPres", "Emoji",
    "Emoji_Component", "Emoji_Modifier", "Emoji_Modifier_Base", "Emoji_Presentation", "Ext", "ExtPict", "Extended_Pictographic",
    "Extender", "Gr_Base", "Gr_Ext", "Grapheme_Base", "Grapheme_Extend", "Hex", "Hex_Digit", "IDC", "IDS", "IDSB", "IDST",
    "IDS_Binary_Operator", "IDS_Trinary_Operator", "ID_Continue", "ID_Start", "Ideo", "Ideographic", "Join_C", "Join_Control", "LOE",
    "Logical_Order_Exception", "Lower", "Lowercase", "Math", "NChar", "Noncharacter_Code_Point", "Pat_Syn", "Pat_WS", "Pattern_Syntax",
    "Pattern_White_Space", "QMark", "Quotation_Mark", "RI", "Radical", "Regional_Indicator", "SD", "STerm", "Sentence_Terminal",
    "Soft_Dotted", "Term", "Terminal_Punctuation", "UIdeo", "Unified_Ideograph", "Upper", "Uppercase", "VS", "Variation_Selector",
    "White_Space", "XIDC", "XIDS", "XID_Continue", "XID_Start", "space",
];

/// Values of General_Category (ECMA-262, table "Value aliases and canonical values for General_Category").
#[rustfmt::skip]
const CATEGORIES: &[&str] = &[
    "C", "Cased_Letter", "Cc", "Cf", "Close_Punctuation", "Cn", "Co", "Combining_Mark", "Connector_Punctuation", "Control", "Cs",
    "Currency_Symbol", "Dash_Punctuation", "Decimal_Number", "Enclosing_Mark", "Final_Punctuation", "Format", "Initial_Punctuation", "L",
    "LC", "Letter", "Letter_Number", "Line_Separator", "Ll", "Lm", "Lo", "Lowercase_Letter", "Lt", "Lu", "M", "Mark", "Math_Symbol",
    "Mc", "Me", "Mn", "Modifier_Letter", "Modifier_Symbol", "N", "Nd", "Nl", "No", "Nonspacing_Mark", "Number", "Open_Punctuation",
    "Other", "Other_Letter", "Other_Number", "Other_Punctuation", "Other_Symbol", "P", "Paragraph_Separator", "Pc", "Pd", "Pe", "Pf",
    "Pi", "Po", "Private_Use", "Ps", "Punctuation", "S", "Sc", "Separator", "Sk", "Sm", "So", "Space_Separator", "Spacing_Mark",
    "Surrogate", "Symbol", "Titlecase_Letter", "Unassigned", "Uppercase_Letter", "Z", "Zl", "Zp", "Zs", "cntrl", "digit", "punct",
];

/// Reads a property, of which `\p` at `start` has been read, or `\P` where it is negated.
pub(super) fn property(cursor: &mut Cursor<'_>, start: usize, negated: bool) -> Result<String, Refused> {
    let Some(text) = cursor.eat("{").then(|| cursor.until('}')).flatten() else {
        return Err(
            Refused::new(start, "this escape is not complete").help(r"write `\p{Letter}`, with braces")
        );
    };
    let sign = if negated { 'P' } else { 'p' };
    let written = match text.split_once('=') {
        None if BINARY.contains(&text) => format!(r"\{sign}{{{text}}}"),
        None => category(text, sign).ok_or_else(|| unknown(start, text))?,
        Some(("General_Category" | "gc", value)) => {
            category(value, sign).ok_or_else(|| unknown(start, text))?
        }
        Some(("Script" | "sc", value)) if is_name(value) => format!(r"\{sign}{{sc={value}}}"),
        Some(("Script_Extensions" | "scx", value)) if is_name(value) => format!(r"\{sign}{{scx={value}}}"),
        Some(_) => return Err(unknown(start, text)),
    };
    if Regex::new(&written).is_ok() { Ok(written) } else { Err(unknown(start, text)) }
}

fn category(value: &str, sign: char) -> Option<String> {
    if matches!(value, "Cs" | "Surrogate") {
        return Some(if sign == 'p' { NOTHING } else { ANYTHING }.to_owned());
    }
    CATEGORIES.contains(&value).then(|| format!(r"\{sign}{{gc={value}}}"))
}

/// Whether `value` is written as Unicode writes the names of scripts: `Greek`, `Grek`, `Old_Italic`. The engine is less strict.
fn is_name(value: &str) -> bool {
    let word = |word: &str| {
        let rest = word.strip_prefix(|first: char| first.is_ascii_uppercase());
        rest.is_some_and(|rest| rest.chars().all(|c| c.is_ascii_lowercase()))
    };
    value == "SignWriting" || value.split('_').all(word)
}

fn unknown(start: usize, text: &str) -> Refused {
    let refused =
        Refused::new(start, format!("`{text}` is no property of Unicode that ECMA-262 and the engine know"));
    if is_name(text) && Regex::new(&format!(r"\p{{sc={text}}}")).is_ok() {
        return refused.help(format!(r"a script is `\p{{Script={text}}}`"));
    }
    refused
}
