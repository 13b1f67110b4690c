//! What is read of parameters, what is refused, and at which places.

#![allow(clippy::unwrap_used)]

use http::Request;

use super::{Parameter, ParameterRule, Sent, json, object};
use crate::context::Context;
use crate::decode::{BOOLEAN, INTEGER, STRING, checked, list, map, of};
use crate::form::{DecodeForm, Form};
use crate::json::Json;
use crate::problem::{Problem, Step};
use crate::schema::Keyword::*;
use crate::schema::{Literal, Schema, Types};

#[derive(Debug, PartialEq)]
struct Range {
    from: i64,
    to: Option<i64>,
}

impl DecodeForm for Range {
    fn decode_form(form: &mut Form<'_>) -> Option<Self> {
        let from = form.required("from", INTEGER);
        let to = form.optional("to", INTEGER.max(9));
        let (Some(from), Some(to)) = (from, to) else { return None };
        Some(Self { from, to })
    }
}

/// What is read of a request, or its problems, each as `type way/to/it`.
fn read<R: ParameterRule>(
    request: Request<()>,
    parameter: Parameter,
    rule: R,
) -> Result<Option<R::Out>, Vec<String>> {
    let context = Context::of_handwritten(&request.into_parts().0);
    let mut problems = Vec::new();
    match rule.read_parameter(Sent::new(parameter, &context, &mut problems)) {
        Some(value) if problems.is_empty() => Ok(value),
        _ => Err(problems.iter().map(shown).collect()),
    }
}

fn shown(problem: &Problem) -> String {
    let step = |step: &Step| match step {
        Step::Name(name) => name.clone(),
        Step::Index(index) => index.to_string(),
    };
    let way: Vec<String> = problem.loc.iter().map(step).collect();
    format!("{} {}", problem.kind, way.join("/"))
}

fn target(target: &str) -> Request<()> {
    Request::builder().uri(target).body(()).unwrap()
}

fn header(name: &str, values: &[&str]) -> Request<()> {
    let request = Request::builder().uri("/");
    values.iter().fold(request, |request, value| request.header(name, *value)).body(()).unwrap()
}

const IDS: Parameter = Parameter::query("ids");

#[test]
fn an_array_in_the_query_is_repeated() {
    assert_eq!(read(target("/?ids=1&a=b&i%64s=2"), IDS, list(INTEGER)), Ok(Some(vec![1, 2])));
    assert_eq!(read(target("/?id=1"), IDS, list(INTEGER)), Ok(None));
}

#[test]
fn an_array_that_is_not_exploded_is_there_once() {
    let ids = IDS.explode(false);
    assert_eq!(read(target("/?ids=1,2"), ids, list(INTEGER)), Ok(Some(vec![1, 2])));
    assert_eq!(read(target("/?ids=1&ids=2"), ids, list(INTEGER)), Err(vec!["repeated query/ids".into()]));
}

#[test]
fn all_that_is_wrong_with_an_array_is_said_with_the_index_of_the_item() {
    let wrong = ["int_parsing query/ids/0", "int_parsing query/ids/2", "too_long query/ids"];
    assert_eq!(
        read(target("/?ids=&ids=1&ids=x"), IDS, list(INTEGER).max_items(2)),
        Err(wrong.map(String::from).into())
    );
    assert_eq!(read(target("/?ids=%ff"), IDS, list(STRING)), Err(vec!["string_unicode query/ids/0".into()]));
}

#[test]
fn no_item_of_a_unique_array_is_there_twice() {
    let ids = list(INTEGER).max_items(2).unique();
    assert_eq!(read(target("/?ids=1&ids=2"), IDS, ids), Ok(Some(vec![1, 2])));
    let wrong = ["too_long query/ids", "unique_items query/ids"];
    assert_eq!(read(target("/?ids=1&ids=2&ids=1.0"), IDS, ids), Err(wrong.map(String::from).into()));
    assert_eq!(read(target("/"), IDS, ids), Ok(None));
}

#[test]
fn a_schema_is_held_against_the_items_together() {
    static EVEN: Schema = Schema::Keywords(&[
        MinItems(1),
        Items { prefix: &[], rest: Some(&Schema::Keywords(&[MultipleOf("2")])) },
    ]);
    let ids = list(INTEGER).checked(&EVEN);
    assert_eq!(read(target("/?ids=2&ids=4"), IDS, ids), Ok(Some(vec![2, 4])));
    assert_eq!(read(target("/?ids=2&ids=3"), IDS, ids), Err(vec!["multiple_of query/ids/1".into()]));
    assert_eq!(read(target("/?ids=x"), IDS, ids), Err(vec!["int_parsing query/ids/0".into()]));
}

#[test]
fn a_parameter_is_what_its_schema_takes() {
    static ID: Schema = Schema::Keywords(&[Type(Types::INTEGER.or(Types::STRING)), Not(&ZERO)]);
    static ZERO: Schema = Schema::Keywords(&[Enum(&[Literal::Number("0"), Literal::String("zero")])]);
    let read = |query: &str| read(target(query), IDS, checked(of::<Json>(), &ID));
    assert_eq!(read("/?ids=1"), Ok(Some(Json::from(1))));
    assert_eq!(read("/?ids=one"), Ok(Some(Json::from("one"))));
    assert_eq!(read("/?ids=zero"), Err(vec!["not query/ids".into()]));
}

#[test]
fn a_hundred_problems_are_enough() {
    let query = format!("/?{}", "ids=x&".repeat(300));
    assert_eq!(read(target(&query), IDS, list(INTEGER)).unwrap_err().len(), 100);
}

#[test]
fn spaces_and_pipes_separate_items() {
    let items = Ok(Some(vec!["a".to_owned(), "b c".to_owned()]));
    assert_eq!(read(target("/?ids=a%7cb%20c"), IDS.pipe_delimited(), list(STRING)), items);
    assert_eq!(read(target("/?ids=1%202"), IDS.space_delimited(), list(INTEGER)), Ok(Some(vec![1, 2])));
}

#[test]
fn an_array_in_a_header_is_a_list_on_one_line_or_several() {
    let keys = Parameter::header("x-key");
    let read = |values: &[&str]| read(header("x-key", values), keys, list(INTEGER));
    assert_eq!(read(&["1 , 2", "3"]), Ok(Some(vec![1, 2, 3])));
    assert_eq!(read(&[]), Ok(None));
    assert_eq!(read(&["1,,2"]), Err(vec!["int_parsing header/x-key/1".into()]));
}

#[test]
fn a_cookie_is_not_decoded() {
    let keys = Parameter::cookie("keys");
    let expected = vec!["a%2Cb".to_owned(), "\"c\"".to_owned()];
    assert_eq!(read(header("cookie", &["keys=a%2Cb,\"c\""]), keys, list(STRING)), Ok(Some(expected)));
    assert_eq!(
        read(header("cookie", &["keys=a; keys=b"]), keys, list(STRING)),
        Err(vec!["repeated cookie/keys".into()])
    );
}

#[test]
fn an_exploded_array_of_cookies_is_repeated() {
    let keys = Parameter::cookie("keys").explode(true);
    let read = |values: &[&str]| read(header("cookie", values), keys, list(INTEGER));
    assert_eq!(read(&["keys=1; a=b; keys=2", "keys=3"]), Ok(Some(vec![1, 2, 3])));
    assert_eq!(read(&["keys=1,2"]), Err(vec!["int_parsing cookie/keys/0".into()]));
    assert_eq!(read(&["key=1"]), Ok(None));
}

#[test]
fn the_members_of_an_exploded_object_are_cookies_of_their_own() {
    let range = Parameter::cookie("r").explode(true);
    let read = |value: &str| read(header("cookie", &[value]), range, object::<Range>());
    assert_eq!(read("from=1; a=b; to=2"), Ok(Some(Range { from: 1, to: Some(2) })));
    assert_eq!(read("a=b"), Ok(None));
    assert_eq!(read("to=2"), Err(vec!["missing cookie/r/from".into()]));
}

#[test]
fn a_map_has_the_members_that_are_sent() {
    let deep = |text| read(target(text), Parameter::query("p").deep_object(), map(INTEGER).max_properties(2));
    let of = |members: &[(&str, i64)]| {
        Ok(Some(members.iter().map(|(name, value)| ((*name).to_owned(), *value)).collect()))
    };
    assert_eq!(deep("/?p[b]=2&q=x&p%5Ba%20%5D=1"), of(&[("a ", 1), ("b", 2)]));
    assert_eq!(deep("/?q=x"), Ok(None));
    assert_eq!(
        deep("/?p[a]=x&p[b]=1&p[b]=1"),
        Err(vec!["int_parsing query/p/a".into(), "repeated query/p/b".into()])
    );
    assert_eq!(deep("/?p[a]=1&p[b]=1&p[c]=1"), Err(vec!["too_long query/p".into()]));
    assert_eq!(deep("/?p[a]=%ff"), Err(vec!["string_unicode query/p/a".into()]));
    let path = Parameter::path("p", 0).explode(true);
    assert_eq!(read(target("/a=1,b=2"), path, map(INTEGER)), of(&[("a", 1), ("b", 2)]));
}

#[test]
fn the_whole_query_is_a_form() {
    let whole = Parameter::query_string("r");
    let read = |text| read(target(text), whole, object::<Range>());
    assert_eq!(read("/?from=1&to=+"), Err(vec!["int_parsing query/r/to".into()]));
    assert_eq!(read("/?from=%31&x=y"), Ok(Some(Range { from: 1, to: None })));
    assert_eq!(read("/?x=y"), Err(vec!["missing query/r/from".into()]));
    assert_eq!([read("/?"), read("/")], [Ok(None), Ok(None)]);
}

#[test]
fn the_whole_query_is_json() {
    let ids = |text| read(target(text), Parameter::query_string("ids"), json(list(INTEGER)));
    assert_eq!(ids("/?%5B1,%202e+0%5D"), Ok(Some(vec![1, 2])));
    assert_eq!([ids("/?"), ids("/")], [Ok(None), Ok(None)]);
    assert_eq!(ids("/?[1,true]"), Err(vec!["int_type query/ids/1".into()]));
    assert_eq!(ids("/?%ff"), Err(vec!["string_unicode query/ids".into()]));
}

#[test]
fn a_label_and_a_matrix_are_marked() {
    let (label, matrix) = (Parameter::path("id", 0).label(), Parameter::path("id", 0).matrix());
    assert_eq!(read(target("/.7"), label, INTEGER), Ok(Some(7)));
    assert_eq!(read(target("/7"), label, INTEGER), Ok(None));
    assert_eq!(read(target("/;id=true"), matrix, BOOLEAN), Ok(Some(true)));
    assert_eq!(read(target("/;id"), matrix, STRING), Ok(Some(String::new())));
    assert_eq!(read(target("/;ID=true"), matrix, BOOLEAN), Ok(None));
    assert_eq!(read(target("/.1.2"), label.explode(true), list(INTEGER)), Ok(Some(vec![1, 2])));
    assert_eq!(read(target("/;id=1;id=2"), matrix.explode(true), list(INTEGER)), Ok(Some(vec![1, 2])));
    assert_eq!(
        read(target("/1.2"), label.explode(true), list(INTEGER)),
        Err(vec!["list_type path/id".into()])
    );
}

#[test]
fn an_object_is_read_in_each_style() {
    let range = |from, to| Ok(Some(Range { from, to }));
    let query = Parameter::query("r");
    let path = Parameter::path("r", 0);
    for (text, parameter) in [
        ("/?from=1&x=0&to=2", query),
        ("/?r=from,1,to,2", query.explode(false)),
        ("/?r=to%202%20from%201", query.space_delimited()),
        ("/?r=from%7C1%7Cto%7C2", query.pipe_delimited()),
        ("/?r%5Bfrom%5D=1&r[to]=2&r[x][y]=0", query.deep_object()),
        ("/from,1,to,2", path),
        ("/from=1,to=2", path.explode(true)),
        ("/.from,1,to,2", path.label()),
        ("/.from=1.to=2", path.label().explode(true)),
        ("/;r=from,1,to,2", path.matrix()),
        ("/;from=1;to=2", path.matrix().explode(true)),
    ] {
        assert_eq!(read(target(text), parameter, object::<Range>()), range(1, Some(2)), "{text}");
    }
    let header = header("r", &["from, 1", "to, 2"]);
    assert_eq!(read(header, Parameter::header("r"), object::<Range>()), range(1, Some(2)));
}

#[test]
fn an_object_whose_members_are_parameters_is_there_when_one_of_them_is() {
    let range = Parameter::query("r");
    assert_eq!(read(target("/?x=1"), range, object::<Range>()), Ok(None));
    assert_eq!(read(target("/?to=1"), range, object::<Range>()), Err(vec!["missing query/r/from".into()]));
}

#[test]
fn all_that_is_wrong_with_an_object_is_said_at_its_members() {
    let deep = Parameter::query("r").deep_object();
    let wrong = ["repeated query/r/from", "less_than_equal query/r/to"];
    assert_eq!(
        read(target("/?r[from]=1&r[to]=10&r[from]=1"), deep, object::<Range>()),
        Err(wrong.map(String::from).into())
    );
    assert_eq!(
        read(target("/?r[from]="), deep, object::<Range>()),
        Err(vec!["int_parsing query/r/from".into()])
    );
    assert_eq!(
        read(target("/?r[from]=%zz"), deep, object::<Range>()),
        Err(vec!["string_unicode query/r/from".into()])
    );
}

#[test]
fn a_part_without_a_partner_makes_no_object() {
    let path = Parameter::path("r", 0);
    for (text, parameter) in [("/from,1,to", path), ("/from=1,to", path.explode(true))] {
        assert_eq!(
            read(target(text), parameter, object::<Range>()),
            Err(vec!["dict_type path/r".into()]),
            "{text}"
        );
    }
}

#[test]
fn json_is_decoded_as_text_first() {
    let ids = |text| read(target(text), IDS, json(list(INTEGER)));
    assert_eq!(ids("/?ids=%5B1,2%5D"), Ok(Some(vec![1, 2])));
    assert_eq!(ids("/"), Ok(None));
    assert_eq!(ids("/?ids=[1,true]"), Err(vec!["int_type query/ids/1".into()]));
    assert_eq!(ids("/?ids=[1]&ids=[1]"), Err(vec!["repeated query/ids".into()]));
    let cut = ids("/?ids=[1").unwrap_err();
    assert!(cut.iter().all(|problem| problem.starts_with("json_invalid query/ids")), "{cut:?}");
}

#[test]
fn an_empty_value_counts_as_not_sent_where_that_is_allowed() {
    let ids = IDS.allow_empty_value();
    for query in ["/?ids=", "/?ids", "/?a=1&ids="] {
        assert_eq!(read(target(query), ids, INTEGER), Ok(None), "{query}");
        assert_eq!(read(target(query), ids, list(INTEGER)), Ok(None), "{query}");
        assert_eq!(read(target(query), ids.explode(false), object::<Range>()), Ok(None), "{query}");
        assert_eq!(read(target(query), ids, json(INTEGER)), Ok(None), "{query}");
    }
    assert_eq!(read(target("/?ids=&ids="), ids, INTEGER), Err(vec!["repeated query/ids".into()]));
    assert_eq!(read(target("/?ids=7"), ids, INTEGER), Ok(Some(7)));
}
