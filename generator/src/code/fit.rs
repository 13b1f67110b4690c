//! Lines as rustfmt would have them.
//!
//! What `prettyplease` writes is right, but it breaks early, never puts a short list back on one line, and gives each arm of a
//! `match` that is longer than a line a block of its own. Here the lines are read as a tree by their indentation; a run of lines that
//! belong together is put on one line where it fits, and the block around a lone expression is taken away.

/// How long a line may be, in characters: rustfmt's default.
const WIDTH: usize = 100;

const INDENT: usize = 4;

/// A line, without its indentation, and what stands deeper below it.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    text: String,
    inside: Vec<Line>,
}

/// `code`, one item that `prettyplease` has written, with each statement on as few lines as it needs.
pub(super) fn fit(code: &str) -> String {
    let mut lines = code.lines().peekable();
    let tree = fitted(tree(&mut lines, 0), 0);
    let mut text = String::with_capacity(code.len());
    write(&tree, 0, &mut text);
    text
}

/// The lines that are indented by at least `indent`. What stands between two depths closes what is deeper.
fn tree<'c>(lines: &mut std::iter::Peekable<impl Iterator<Item = &'c str>>, indent: usize) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    while let Some(line) = lines.peek() {
        let depth = line.len() - line.trim_start().len();
        if depth < indent {
            break;
        }
        if let Some(last) = found.last_mut().filter(|last| depth > indent && last.inside.is_empty()) {
            last.inside = tree(lines, depth);
        } else {
            found.push(Line { text: line.trim_start().to_owned(), inside: Vec::new() });
            lines.next();
        }
    }
    found
}

fn write(lines: &[Line], indent: usize, text: &mut String) {
    for line in lines {
        text.push_str(&" ".repeat(indent));
        text.push_str(&line.text);
        text.push('\n');
        // A call on what several lines are in brackets stands below the closing one, not deeper.
        let closes = line.text.chars().all(|c| matches!(c, ')' | '}' | ']'));
        let calls = line.inside.first().is_some_and(|call| call.text.starts_with('.'));
        write(&line.inside, if closes && calls { indent } else { indent + INDENT }, text);
    }
}

fn fitted(lines: Vec<Line>, indent: usize) -> Vec<Line> {
    let mut done = Vec::with_capacity(lines.len());
    let mut lines = lines.into_iter().peekable();
    while let Some(first) = lines.next() {
        let mut run = vec![first];
        while let Some(line) = lines.next_if(|line| goes_on(&line.text)) {
            run.push(line);
        }
        let one = flat(&run, WIDTH.saturating_sub(indent));
        match one {
            Some(text) => match lines.peek_mut().filter(|next| opens(&text, next, indent)) {
                Some(next) => next.text = text + " {",
                None => done.push(Line { text, inside: Vec::new() }),
            },
            None if is_arm(&run) => done.extend(arm(run, indent)),
            None => match call(&run, indent) {
                Some(lines) => done.extend(lines),
                None => done.extend(merged(run, indent)),
            },
        }
    }
    done
}

/// Whether a line belongs to the one before it at the same indentation.
fn goes_on(text: &str) -> bool {
    text.starts_with([')', ']', '}', '>']) || text.starts_with("else {")
}

/// Whether `next` is the brace of the `match` that `text` begins, and has room beside it.
fn opens(text: &str, next: &Line, indent: usize) -> bool {
    let begins = text.starts_with("match ") || text.contains(" = match ");
    begins && next.text == "{" && !text.ends_with('{') && indent + text.chars().count() + 2 <= WIDTH
}

/// `let a = b.c(…);`, one call of a name, which rustfmt breaks behind its `=` or in its brackets, and not before its dot.
fn call(run: &[Line], indent: usize) -> Option<Vec<Line>> {
    let [line] = run else { return None };
    let (head, name) = line.text.split_once(" = ").filter(|(head, _)| head.starts_with("let "))?;
    let plain = name.chars().all(|c| c.is_alphanumeric() || c == '_');
    let (first, others) =
        line.inside.split_first().filter(|(first, _)| plain && first.text.starts_with('.'))?;
    if others.iter().any(|line| line.text.starts_with('.')) {
        return None;
    }
    let value = Line { text: name.to_owned(), inside: line.inside.clone() };
    if let Some(text) = flat(&[value], WIDTH.saturating_sub(indent + INDENT)) {
        let value = Line { text, inside: Vec::new() };
        return Some(vec![Line { text: format!("{head} ="), inside: vec![value] }]);
    }
    let text = format!("{}{}", line.text, first.text);
    let mut lines = vec![Line { text, inside: first.inside.clone() }];
    lines.extend(others.iter().cloned());
    Some(merged(lines, indent))
}

/// `run` on one line of at most `width` characters, if that is a way to write it.
fn flat(run: &[Line], width: usize) -> Option<String> {
    let mut text = String::new();
    append(run, width, &mut text)?;
    Some(text)
}

/// `line`, what is inside it, and `end` on one line.
fn ended(line: &Line, end: &str, width: usize) -> Option<String> {
    let mut text = flat(std::slice::from_ref(line), width)?;
    join(&mut text, end);
    (text.chars().count() <= width).then_some(text)
}

fn append(lines: &[Line], width: usize, text: &mut String) -> Option<()> {
    for (index, line) in lines.iter().enumerate() {
        let last = index + 1 == lines.len();
        if line.text.starts_with("//") || line.text.starts_with("#[") || line.text.ends_with("=> {") {
            return None;
        }
        join(text, &line.text);
        if !line.inside.is_empty() {
            append_inside(line, width, text)?;
        }
        // Of a statement or an arm, only the last line may be the end.
        if text.chars().count() > width || (!last && line.text.ends_with(';')) {
            return None;
        }
    }
    Some(())
}

fn append_inside(line: &Line, width: usize, text: &mut String) -> Option<()> {
    if let [only] = line.inside.as_slice()
        && line.text.ends_with("else {")
        && only.inside.is_empty()
        && let Some(leaving) = only.text.strip_suffix(';')
    {
        join(text, leaving);
        return Some(());
    }
    let ends = |line: &Line| line.text.ends_with(';') && !line.text.starts_with('.');
    let declares = line.text.ends_with('{') && is_item(&line.text);
    if declares || line.inside.iter().any(|line| ends(line) || line.text.contains("=>")) {
        return None;
    }
    append(&line.inside, width, text)
}

/// Whether a brace behind `text` holds members or statements, which nobody writes on one line.
fn is_item(text: &str) -> bool {
    let public = text.starts_with("pub") && !text.starts_with("pub use");
    public
        || text.starts_with("impl")
        || text.contains("fn ")
        || text.contains(" -> ")
        || text.starts_with("match ")
}

/// Puts `next` behind `text`, with a space where one belongs.
fn join(text: &mut String, next: &str) {
    if next.starts_with([')', ']', '}', '>']) && text.ends_with(',') {
        text.pop();
    }
    let tight = next.starts_with([')', ']', '>', '.', '?'])
        || text.is_empty()
        || text.ends_with(['(', '[', '<'])
        || text.ends_with("::{")
        || (next.starts_with('}') && text.contains("::{"));
    if !tight {
        text.push(' ');
    }
    text.push_str(next);
}

fn is_arm(run: &[Line]) -> bool {
    matches!(run, [first, last] if first.text.ends_with("=> {") && last.text == "}")
}

/// An arm without the block around a lone expression, unless only the block leaves the expression a line of its own.
fn arm(run: Vec<Line>, indent: usize) -> Vec<Line> {
    let mut run = run.into_iter();
    let (Some(first), Some(last)) = (run.next(), run.next()) else { return Vec::new() };
    let one = |text| vec![Line { text, inside: Vec::new() }];
    let statements = first.inside.iter().any(|line| line.text.ends_with(';'));
    if statements || !first.inside.iter().skip(1).all(|line| goes_on(&line.text)) {
        return vec![Line { text: first.text, inside: fitted(first.inside, indent + INDENT) }, last];
    }
    let in_block = flat(&first.inside, WIDTH.saturating_sub(indent + INDENT));
    let mut bare = first.inside;
    if let Some(body) = bare.first_mut() {
        body.text.insert_str(0, first.text.trim_end_matches('{'));
    }
    // One column is the comma's.
    bare = match (flat(&bare, WIDTH.saturating_sub(indent + 1)), in_block) {
        (Some(text), _) => one(text),
        (None, Some(text)) => return vec![Line { text: first.text, inside: one(text) }, last],
        (None, None) => merged(bare, indent),
    };
    end_with_comma(&mut bare);
    bare
}

fn end_with_comma(lines: &mut [Line]) {
    match lines.last_mut() {
        Some(last) if last.inside.is_empty() => last.text.push(','),
        Some(last) => end_with_comma(&mut last.inside),
        None => {}
    }
}

/// A run that does not fit on one line, with those of its lists on one line that do.
fn merged(run: Vec<Line>, indent: usize) -> Vec<Line> {
    let width = WIDTH.saturating_sub(indent);
    let mut done = Vec::new();
    let mut run = hugged(run).into_iter();
    let Some(mut line) = run.next() else { return done };
    for next in run {
        let Line { text: end, inside } = next;
        let in_the_middle = line.text.ends_with("else {") || line.text == "{" || end.ends_with('<');
        let one = if in_the_middle { None } else { ended(&line, &end, width) };
        if let Some(text) = one {
            line = Line { text, inside };
        } else if let Some(head) = before_condition(&line, &end, width) {
            done.push(head);
            line = Line { text: "{".to_owned(), inside };
        } else if let Some((head, rest)) = after_equals(&line, &end, width) {
            done.push(head);
            let Some(text) = rest else { return done };
            line = Line { text, inside };
        } else {
            let next = Line { text: end, inside };
            let Line { text, inside } = std::mem::replace(&mut line, next);
            done.push(Line { text, inside: fitted(inside, indent + INDENT) });
        }
    }
    done.push(Line { text: line.text, inside: fitted(line.inside, indent + INDENT) });
    done
}

/// `a(&[`, where a lone argument or item is what has the lines, and not `a(` with `&[` on a line of its own.
fn hugged(mut run: Vec<Line>) -> Vec<Line> {
    while let [open, close] = run.as_mut_slice()
        && open.text.ends_with(['(', '['])
        && let [first, last] = open.inside.as_mut_slice()
        && first.text.ends_with(['(', '[', '{'])
        && !first.text.ends_with("=> {")
        && let Some(end) = last.text.strip_suffix(',').filter(|end| goes_on(end) && last.inside.is_empty())
    {
        close.text.insert_str(0, end);
        open.text.push_str(&first.text);
        open.inside = std::mem::take(&mut first.inside);
    }
    run
}

/// What rustfmt breaks before its `if`: the pattern of an arm whose condition does not fit beside it.
fn before_condition(line: &Line, next: &str, width: usize) -> Option<Line> {
    let condition = next.strip_prefix(") ").and_then(|next| next.strip_suffix(" {"))?;
    let text = ended(line, ")", width).filter(|_| condition.starts_with("if "))?;
    Some(Line { text, inside: vec![Line { text: condition.to_owned(), inside: Vec::new() }] })
}

/// What rustfmt breaks behind its `=` or before its `else`: a list on a line of its own. With what goes on after it.
fn after_equals(line: &Line, next: &str, width: usize) -> Option<(Line, Option<String>)> {
    let (head, open) = line.text.rsplit_once(" = ")?;
    let (close, rest) = match (open, next) {
        ("(", ") else {") => (")", Some("else {".to_owned())),
        ("&[", "];") => ("];", None),
        (open, ");") if open.ends_with('(') && (head.starts_with("let ") || head.contains("static ")) => {
            (");", None)
        }
        (open, "};") if head.starts_with("let ") && !open.starts_with('(') && open.ends_with(" {") => {
            ("};", None)
        }
        _ => return None,
    };
    if let Some(text) = ended(line, close, width) {
        return Some((Line { text, inside: Vec::new() }, rest));
    }
    let open = Line { text: open.to_owned(), inside: line.inside.clone() };
    let text = ended(&open, close, width.saturating_sub(INDENT))?;
    let value = Line { text, inside: Vec::new() };
    Some((Line { text: format!("{head} ="), inside: vec![value] }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_written(code: &str, wanted: &str) {
        assert_eq!(fit(code), wanted);
        assert_eq!(fit(wanted), wanted, "what is laid out stays so");
    }

    #[test]
    fn a_list_that_fits_stands_on_one_line() {
        is_written("use a::{\n    B,\n    c,\n};\n", "use a::{B, c};\n");
        is_written("let a = B {\n    c,\n    d,\n};\n", "let a = B { c, d };\n");
        is_written("f(\n    g(a),\n    b,\n);\n", "f(g(a), b);\n");
        is_written("let a = b\n    .c(d)\n    .e();\n", "let a = b.c(d).e();\n");
    }

    #[test]
    fn a_list_that_does_not_fit_stays_as_it_is() {
        let long = "a".repeat(60);
        let code = format!("f(\n    {long},\n    {long},\n);\n");
        is_written(&code, &code);
    }

    #[test]
    fn a_lone_item_that_has_the_lines_begins_behind_the_bracket() {
        let long = "a".repeat(60);
        is_written(
            &format!(
                "static A: B = b(\n    &[\n        c(\n            &[\n                {long},\n                \
                 {long},\n            ],\n        ),\n    ],\n);\n"
            ),
            &format!("static A: B = b(&[c(&[\n    {long},\n    {long},\n])]);\n"),
        );
    }

    #[test]
    fn arguments_that_are_indented_twice_are_kept() {
        is_written("let a = b(\n        c,\n        d,\n    )\n    .e();\n", "let a = b(c, d).e();\n");
        let name = "b".repeat(95);
        is_written(
            &format!("let a = {name}(\n        c,\n    )\n    .d();\n"),
            &format!("let a = {name}(\n    c,\n)\n.d();\n"),
        );
    }

    #[test]
    fn bodies_and_members_keep_their_lines() {
        for code in [
            "fn a() -> B {\n    c()\n}\n",
            "pub struct A {\n    pub b: C,\n}\n",
            "match a {\n    b => c,\n}\n",
            "#[derive(Debug)]\npub enum A {\n    /// B\n    B,\n}\n",
        ] {
            is_written(code, code);
        }
    }

    #[test]
    fn an_arm_has_no_block_around_a_lone_expression() {
        is_written("match a {\n    b => {\n        c(d)\n    }\n}\n", "match a {\n    b => c(d),\n}\n");
        is_written(
            "match a {\n    b => {\n        match c {\n            d => e,\n        }\n    }\n}\n",
            "match a {\n    b => match c {\n        d => e,\n    },\n}\n",
        );
        let statements = "match a {\n    b => {\n        let c = d;\n        e(c)\n    }\n}\n";
        is_written(statements, statements);
    }

    #[test]
    fn a_condition_stands_below_its_pattern_where_it_does_not_fit_beside_it() {
        let condition = "a".repeat(85);
        assert_eq!(
            fit(&format!(
                "match a {{\n    (\n        [b,\n        c],\n        d,\n    ) if {condition} => {{\n        e\n    }}\n}}\n"
            )),
            format!(
                "match a {{\n    ([b, c], d)\n        if {condition} =>\n    {{\n        e\n    }}\n}}\n"
            ),
        );
    }

    #[test]
    fn a_call_is_broken_behind_its_equals_sign_or_in_its_brackets() {
        let (a, b) = ("a".repeat(43), "b".repeat(43));
        is_written(&format!("let c = d\n    .e({a}, {b});\n"), &format!("let c =\n    d.e({a}, {b});\n"));
        let (a, b) = ("a".repeat(60), "b".repeat(60));
        is_written(
            &format!("let c = d\n    .e(\n        {a},\n        {b},\n    );\n"),
            &format!("let c = d.e(\n    {a},\n    {b},\n);\n"),
        );
        let text = "a".repeat(70);
        is_written(
            &format!("pub(super) static ABCD: E = f(\n    {text},\n);\n"),
            &format!("pub(super) static ABCD: E =\n    f({text});\n"),
        );
    }

    #[test]
    fn the_brace_of_a_match_stands_beside_it_where_it_fits() {
        let list = "a".repeat(70);
        is_written(
            &format!("let b = match c\n    .d({list})\n{{\n    e => f,\n}};\n"),
            &format!("let b = match c.d({list}) {{\n    e => f,\n}};\n"),
        );
    }

    #[test]
    fn what_leaves_stands_behind_its_else() {
        is_written(
            "let Some(a) = a else {\n    return None;\n};\n",
            "let Some(a) = a else { return None };\n",
        );
        let (name, value) = ("a".repeat(40), "b".repeat(40));
        is_written(
            &format!("let (Some({name}), c) = (\n    {value},\n    c,\n) else {{\n    return None;\n}};\n"),
            &format!("let (Some({name}), c) =\n    ({value}, c)\nelse {{\n    return None;\n}};\n"),
        );
    }
}
