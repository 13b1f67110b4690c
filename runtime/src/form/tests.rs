//! What is read from forms, what is refused, and at which places.

#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

use proptest::prelude::*;

use super::{DecodeForm, Form, comma_separated, from_slice, pipe_separated, space_separated};
use crate::decode::{BOOLEAN, Choice, INT32, INTEGER, NUMBER, STRING, checked, list, nullable, of};
use crate::encode::{Encode, Writer};
use crate::json::Json;
use crate::parameter::json;
use crate::problem::Step;
use crate::schema::Keyword::*;
use crate::schema::{Literal, Schema, Types};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Plan {
    Small,
    Power,
}

impl Choice for Plan {
    const CHOICES: &'static [(&'static str, Self)] = &[("small", Self::Small), ("power", Self::Power)];
}

crate::choice!(Plan);

#[derive(Debug, PartialEq)]
struct Visit {
    name: String,
    age: Option<i32>,
    agree: bool,
    plan: Option<Option<Plan>>,
    tags: Option<Vec<f64>>,
}

impl Visit {
    fn of(name: &str) -> Self {
        Self { name: name.to_owned(), age: None, agree: false, plan: None, tags: None }
    }
}

impl DecodeForm for Visit {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let name = form.required("name", STRING.length(2, 5));
        let age = form.optional("age", INT32.min(0));
        let agree = form.default("agree", BOOLEAN, || false);
        let plan = form.optional("plan", nullable(of::<Plan>()));
        let tags = form.optional("tags", list(NUMBER.max(9.0)).items(2, 3));
        let (Some(name), Some(age), Some(agree), Some(plan), Some(tags)) = (name, age, agree, plan, tags)
        else {
            return None;
        };
        Some(Self { name, age, agree, plan, tags })
    }
}

/// One field, called `max price`, and no other.
#[derive(Debug, PartialEq)]
struct Closed(Option<String>);

impl DecodeForm for Closed {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let price = form.optional("max price", STRING);
        form.closed();
        price.map(Self)
    }
}

/// What can be seen of a form.
struct Shown(String);

impl DecodeForm for Shown {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        Some(Self(format!("{form:?}")))
    }
}

/// The problems with a form, each as `place: kind`.
fn problems<T: DecodeForm>(body: impl AsRef<[u8]>) -> Vec<String> {
    let steps = |step: &Step| match step {
        Step::Name(name) => format!("/{name}"),
        Step::Index(index) => format!("/{index}"),
    };
    let found = from_slice::<T>(body.as_ref()).err().unwrap_or_default();
    let place = |loc: &[Step]| loc.iter().map(steps).collect::<String>();
    found.iter().map(|problem| format!("{}: {}", place(&problem.loc), problem.kind)).collect()
}

fn name(body: impl AsRef<[u8]>) -> String {
    from_slice::<Visit>(body.as_ref()).unwrap().name
}

#[test]
fn each_field_is_read_by_its_rule_in_any_order() {
    let visit = Visit {
        age: Some(30),
        agree: true,
        plan: Some(Some(Plan::Power)),
        tags: Some(vec![1.5, 2.0]),
        ..Visit::of("Ann")
    };
    assert_eq!(from_slice(b"tags=1.5&agree=true&plan=power&age=30&name=Ann&tags=2"), Ok(visit));
}

#[test]
fn what_is_optional_may_be_left_out_and_a_default_stands_in() {
    assert_eq!(from_slice(b"name=Ann"), Ok(Visit::of("Ann")));
}

#[test]
fn names_and_values_are_decoded_after_splitting() {
    assert_eq!(name("name=A+%26+B"), "A & B");
    assert_eq!(name("n%61me=a=%3d"), "a==");
    assert_eq!(name("&&name=100%&"), "100%");
    assert_eq!(from_slice(b"max+price=1"), Ok(Closed(Some("1".to_owned()))));
    assert_eq!(problems::<Closed>("max%2Bprice=1"), ["/max+price: extra_forbidden"]);
}

#[test]
fn text_is_utf_8_encoded_or_not() {
    assert_eq!(name("name=J\u{f6}rg"), "J\u{f6}rg");
    assert_eq!(name("name=J%C3%B6rg"), "J\u{f6}rg");
    assert_eq!(problems::<Visit>("name=An%FF"), ["/name: string_unicode"]);
    assert_eq!(problems::<Visit>(b"name=An\xff"), ["/name: string_unicode"]);
    assert_eq!(problems::<Visit>("name=Ann&tags=1&tags=%ff"), ["/tags/1: string_unicode"]);
}

#[test]
fn t2_an_empty_field_counts_as_not_sent() {
    assert_eq!(from_slice(b"name=Ann&age=&plan&agree=&tags=&tags"), Ok(Visit::of("Ann")));
    assert_eq!(problems::<Visit>("name="), ["/name: missing"]);
    assert_eq!(name("name=&name=Ann&name"), "Ann");
    assert_eq!(from_slice(b"extra=&=&more"), Ok(Closed(None)));
}

#[test]
fn t2_a_field_that_is_sent_twice_is_repeated_unless_it_is_an_array() {
    assert_eq!(problems::<Visit>("name=Ann&age=1&n%61me=Bob&name=x"), ["/name: repeated"]);
    assert_eq!(problems::<Visit>("name=Ann&plan=small&plan=small"), ["/plan: repeated"]);
    assert_eq!(from_slice::<Visit>(b"name=Ann&tags=1&x=1&tags=2").unwrap().tags, Some(vec![1.0, 2.0]));
}

#[test]
fn t2_an_unknown_field_is_ignored_unless_the_form_is_closed() {
    assert_eq!(from_slice(b"name=Ann&extra=1&extra=2&%ff=3"), Ok(Visit::of("Ann")));
    let expected = ["/extra: extra_forbidden", ": string_unicode", "/: extra_forbidden"];
    assert_eq!(problems::<Closed>("extra=1&%ff=2&%fe=3&max+price=4&extra=5&=6"), expected);
}

#[test]
fn everything_is_said_at_once() {
    let expected = [
        "/name: string_too_short",
        "/age: int_parsing",
        "/agree: bool_parsing",
        "/plan: enum",
        "/tags/0: less_than_equal",
        "/tags/2: float_parsing",
        "/tags: too_long",
    ];
    assert_eq!(problems::<Visit>("name=A&age=%2B5&agree=on&plan=big&tags=10&tags=1&tags=x&tags=2"), expected);
    assert_eq!(
        problems::<Visit>("age=-1&tags=1"),
        ["/name: missing", "/age: greater_than_equal", "/tags: too_short"]
    );
}

#[test]
fn what_was_sent_is_in_no_problem_and_in_no_debug_output() {
    let body = b"name=hunter2&age=hunter2&agree=hunter2&plan=hunter2&tags=hunter2";
    let shown = from_slice::<Shown>(body).unwrap().0 + &format!("{:?}", from_slice::<Visit>(body));
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn a_hundred_problems_are_enough() {
    let body: String = (0..1000).map(|index| format!("x{index}=1&")).collect();
    assert_eq!(problems::<Closed>(body).len(), 100);
    assert_eq!(problems::<Visit>(format!("name=Ann{}", "&tags=x".repeat(1000))).len(), 100);
    let long = format!("{}=1", "x".repeat(100_000));
    assert_eq!(problems::<Closed>(format!("{long}&y{long}&z{long}")).len(), 1);
}

/// Every field, as its text.
struct All(HashMap<String, Vec<String>>);

const NAMES: [&str; 4] = ["a", "b c", "d+%41", "\u{e9}&="];

impl DecodeForm for All {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let read = |name| Some((String::from(name), form.optional(name, list(STRING))??));
        Some(Self(NAMES.into_iter().filter_map(read).collect()))
    }
}

/// The same, read by the crate that follows the URL Standard.
fn expected(body: &[u8]) -> HashMap<String, Vec<String>> {
    let mut fields = HashMap::<String, Vec<String>>::new();
    for (name, value) in form_urlencoded::parse(body) {
        if NAMES.contains(&&*name) && !value.is_empty() {
            fields.entry(name.into_owned()).or_default().push(value.into_owned());
        }
    }
    fields
}

fn a_field() -> impl Strategy<Value = (String, String)> {
    let name = prop_oneof![prop::sample::select(&NAMES[..]).prop_map(String::from), "\\PC{0,3}"];
    (name, "[ab&=+% \u{e9}]{0,4}")
}

proptest! {
    #[test]
    fn what_is_encoded_by_the_url_standard_is_read_as_it_was(fields in prop::collection::vec(a_field(), 0..9)) {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        prop_assert_eq!(from_slice::<All>(body.as_bytes()).unwrap().0, expected(body.as_bytes()));
    }

    #[test]
    fn any_ascii_is_read_as_by_the_url_standard(body in "[ab&=+%2604 cCd]{0,40}") {
        match from_slice::<All>(body.as_bytes()) {
            Ok(All(fields)) => prop_assert_eq!(fields, expected(body.as_bytes())),
            Err(problems) => prop_assert!(problems.iter().all(|problem| problem.kind.as_str() == "string_unicode")),
        }
    }

    #[test]
    fn no_bytes_are_too_odd(body: Vec<u8>) {
        let _ = from_slice::<Visit>(&body);
        let _ = from_slice::<Closed>(&body);
    }
}

/// What is no scalar: JSON in a field, and arrays in one.
#[derive(Debug, PartialEq)]
struct Odd {
    areas: Option<Vec<Vec<i32>>>,
    commas: Option<Vec<String>>,
    spaces: Option<Vec<i32>>,
    pipes: Option<Vec<String>>,
}

impl DecodeForm for Odd {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let areas = form.optional("areas", list(json(list(INT32))));
        let commas = form.optional("commas", comma_separated(list(STRING).max_items(2)));
        let spaces = form.optional("spaces", space_separated(list(INT32)));
        let pipes = form.optional("pipes", pipe_separated(list(STRING)));
        let (Some(areas), Some(commas), Some(spaces), Some(pipes)) = (areas, commas, spaces, pipes) else {
            return None;
        };
        Some(Self { areas, commas, spaces, pipes })
    }
}

#[test]
fn a_field_may_be_json() {
    let odd = from_slice::<Odd>(b"areas=%5B1,2%5D&areas=[]").unwrap();
    assert_eq!(odd.areas, Some(vec![vec![1, 2], vec![]]));
    assert_eq!(problems::<Odd>("areas=[1,true]"), ["/areas/0/1: int_type"]);
    assert_eq!(problems::<Odd>("areas=[]&areas=%5B"), ["/areas/1: json_invalid"]);
}

#[test]
fn an_array_may_be_in_one_field_whose_encoded_commas_are_part_of_its_items() {
    let odd = from_slice::<Odd>(b"commas=a%2Cb,c+d&spaces=1+2%203&pipes=a%7Cb|c").unwrap();
    let expected = Odd {
        areas: None,
        commas: Some(vec!["a,b".to_owned(), "c d".to_owned()]),
        spaces: Some(vec![1, 2, 3]),
        pipes: Some(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]),
    };
    assert_eq!(odd, expected);
    let expected = ["/commas: too_long", "/spaces/1: int_parsing", "/pipes: repeated"];
    assert_eq!(problems::<Odd>("commas=a,b,c&spaces=1+x&pipes=a&pipes=b"), expected);
}

/// What is said of fields together, and of the items of one.
#[derive(Debug, PartialEq)]
struct Order {
    count: Option<Json>,
    marks: Option<Vec<i64>>,
    sizes: Option<Vec<String>>,
}

static COUNT: Schema = Schema::Keywords(&[AnyOf(&[
    Schema::Keywords(&[Type(Types::INTEGER), Minimum("1")]),
    Schema::Keywords(&[Const(Literal::String("all"))]),
])]);
static SIZES: Schema = Schema::Keywords(&[Contains {
    schema: &Schema::Keywords(&[Const(Literal::String("m"))]),
    min: 1,
    max: None,
}]);
static ORDER: Schema = Schema::Keywords(&[DependentRequired(&[("marks", &["sizes"])])]);

impl Encode for Order {
    fn encode(&self, writer: &mut Writer) {
        writer.object().optional("marks", &self.marks).optional("sizes", &self.sizes).end();
    }
}

impl DecodeForm for Order {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let count = form.optional("count", checked(of::<Json>(), &COUNT));
        let marks = form.optional("marks", list(INTEGER).max_items(2).unique());
        let sizes = form.optional("sizes", list(STRING).checked(&SIZES));
        let (Some(count), Some(marks), Some(sizes)) = (count, marks, sizes) else { return None };
        form.checked(Self { count, marks, sizes }, &ORDER)
    }
}

#[test]
fn a_field_is_what_its_schema_takes() {
    let read = |body: &str| from_slice::<Order>(body.as_bytes()).map(|order| order.count.unwrap());
    assert_eq!(read("count=2.0"), Ok(Json::from(2)));
    assert_eq!(read("count=all"), Ok(Json::from("all")));
    assert_eq!(problems::<Order>("count=0"), ["/count: any_of"]);
}

#[test]
fn no_field_of_a_unique_list_is_there_twice() {
    assert_eq!(problems::<Order>("marks=1&marks=1.0&sizes=m"), ["/marks: unique_items"]);
    assert_eq!(
        problems::<Order>("marks=1&marks=2&marks=1&sizes=m"),
        ["/marks: too_long", "/marks: unique_items"]
    );
    assert_eq!(problems::<Order>("marks=1&marks=x&sizes=m"), ["/marks/1: int_parsing"]);
}

#[test]
fn what_is_said_of_fields_together_is_told_once_each_is_good() {
    assert_eq!(problems::<Order>("sizes=m&sizes=l"), [""; 0]);
    assert_eq!(problems::<Order>("sizes=l"), ["/sizes: contains"]);
    assert_eq!(problems::<Order>("marks=1"), ["/sizes: missing"]);
}
