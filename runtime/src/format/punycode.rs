//! Labels beyond ASCII in ASCII (RFC 3492)

const BASE: u32 = 36;
const FIRST: u32 = 128;
const BIAS: u32 = 72;

/// So many characters a label has at most: each is at least one in ASCII, too.
const CHARACTERS: usize = 63;

/// What a label stands for, without its prefix; `None` where it stands for nothing, or for too much.
pub(super) fn decode(label: &str) -> Option<String> {
    let (basic, digits) = label.rsplit_once('-').unwrap_or(("", label));
    let mut characters: Vec<char> = basic.chars().collect();
    let mut digits = digits.bytes();
    let (mut next, mut place, mut bias) = (FIRST, 0u32, BIAS);
    while digits.len() > 0 {
        let (before, mut weight, mut k) = (place, 1u32, BASE);
        loop {
            let digit = value(digits.next()?)?;
            place = place.checked_add(digit.checked_mul(weight)?)?;
            let threshold = threshold(k, bias);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k += BASE;
        }
        let length = u32::try_from(characters.len()).ok()? + 1;
        bias = adapt(place - before, length, before == 0);
        next = next.checked_add(place / length)?;
        place %= length;
        characters.insert(place as usize, char::from_u32(next)?);
        place += 1;
    }
    (characters.len() <= CHARACTERS).then(|| characters.into_iter().collect())
}

/// A label in ASCII, without a prefix; `None` where it is too long.
pub(super) fn encode(label: &str) -> Option<String> {
    let characters: Vec<u32> = label.chars().take(CHARACTERS + 1).map(u32::from).collect();
    if characters.len() > CHARACTERS {
        return None;
    }
    let mut encoded: String = label.chars().filter(char::is_ascii).collect();
    let basic = encoded.len() as u32;
    if basic > 0 {
        encoded.push('-');
    }
    let (mut done, mut delta, mut bias, mut from) = (basic, 0u32, BIAS, FIRST);
    while let Some(next) = characters.iter().copied().filter(|character| *character >= from).min() {
        delta = delta.checked_add((next - from).checked_mul(done + 1)?)?;
        for character in &characters {
            delta += u32::from(*character < next);
            if *character == next {
                push(&mut encoded, delta, bias);
                bias = adapt(delta, done + 1, done == basic);
                (done, delta) = (done + 1, 0);
            }
        }
        delta += 1;
        from = next + 1;
    }
    Some(encoded)
}

/// Writes one number, whose length depends on the bias.
fn push(encoded: &mut String, mut number: u32, bias: u32) {
    let mut k = BASE;
    loop {
        let threshold = threshold(k, bias);
        if number < threshold {
            break;
        }
        encoded.push(digit(threshold + (number - threshold) % (BASE - threshold)));
        number = (number - threshold) / (BASE - threshold);
        k += BASE;
    }
    encoded.push(digit(number));
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(1, 26)
}

fn adapt(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 35 * 26 / 2 {
        delta /= 35;
        k += BASE;
    }
    k + 36 * delta / (delta + 38)
}

fn value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

/// The letters come first.
fn digit(value: u32) -> char {
    char::from(if value < 26 { b'a' + value as u8 } else { b'0' + (value - 26) as u8 })
}
