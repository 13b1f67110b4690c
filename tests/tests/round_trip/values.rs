//! Values of the generated types, which are all good.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, Ipv6Addr};

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use specwright_runtime::chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime};
use specwright_runtime::decode;
use specwright_runtime::json::{Json, Number};
use specwright_runtime::uuid::Uuid;

use crate::generated::*;

const COLOURS: &[Colour] = &[Colour::Red, Colour::DarkGreen, Colour::Empty];

/// A catalog with nothing in it.
fn nothing() -> Catalog {
    decode::from_slice(b"{}").unwrap()
}

macro_rules! one_of {
    ($($field:ident: $values:expr,)+) => {
        /// A catalog with one thing in it: so each kind of type is had as often as any other.
        pub(crate) fn catalog() -> impl Strategy<Value = Catalog> {
            Union::new([$($values.prop_map(|value| Catalog { $field: Some(value), ..nothing() }).boxed()),+])
        }
    };
}

one_of! {
    states: states(),
    numbers: numbers(),
    closed: (text_of(1, 3), of(vec(any::<i64>(), 1..=3))).prop_map(|(a, b)| Closed { a, b }),
    extended: (text(), btree_map(name_but("name"), 0..=i64::MAX, 0..3))
        .prop_map(|(name, additional_properties)| Extended { name, additional_properties }),
    patterned: (of(text()), btree_map("x-[a-z]{0,3}", any::<i64>().prop_map(Json::from), 0..3))
        .prop_map(|(name, additional_properties)| Patterned { name, additional_properties }),
    labels: btree_map(text(), text_of(0, 5), 1..=3),
    environment: btree_map("[A-Z]{1,3}", of(text()), 0..3),
    colour: select(COLOURS),
    mood: of(select(vec![Mood::Good, Mood::Bad])),
    version: Just(Version),
    origin: Just(Origin {}),
    sku: "[A-Z]{2}-[0-9]{1,4}".prop_map(|text| Sku::new(text).unwrap()),
    code: text_of(2, 4).prop_map(|text| Code::new(text).unwrap()),
    percent: (0..=100_i64).prop_map(|value| Percent::new(value).unwrap()),
    even: (i64::MIN / 2..=i64::MAX / 2).prop_map(|half| Even::new(half * 2).unwrap()),
    share: (0..=4_u8).prop_map(|quarters| Share::new(f64::from(quarters) / 4.0).unwrap()),
    texts: texts(),
    bytes: (of(bytes()), of(bytes()), of(bytes())).prop_map(|(base64, base64url, base16)| Bytes {
        base64: base64.map(Into::into),
        base64url: base64url.map(Into::into),
        base16: base16.map(Into::into),
    }),
    point: (float(), float()),
    entry: (text(), select(COLOURS), of(any::<i64>())),
    names: btree_set(text_of(1, 3), 0..4).prop_map(|names| names.into_iter().collect()),
    grid: vec(vec(any::<i64>(), 0..=2), 1..4),
    readings: (vec(i64::MIN..10, 0..3), vec(10..=i64::MAX, 1..=2)).prop_map(|(low, high)| [low, high].concat()),
    row: (text(), vec(any::<i64>(), 0..3)).prop_map(|(first, others)| {
        [Json::from(first.as_str())].into_iter().chain(others.into_iter().map(Json::from)).collect()
    }),
    tree: tree(),
    chain: chain(),
    shape: prop_oneof![
        (f64::MIN_POSITIVE..f64::MAX).prop_map(|radius| Shape::Circle(Circle { radius })),
        (1..=i64::MAX).prop_map(|side| Shape::Square(Square { side })),
    ],
    scalar: of(prop_oneof![
        any::<i64>().prop_map(Scalar::Integer),
        text_of(0, 3).prop_map(Scalar::String),
        vec(any::<bool>(), 0..3).prop_map(Scalar::Array),
    ]),
    contact: prop_oneof![
        text().prop_map(|mail| Contact::Mail(ContactMail { mail })),
        "\\+?[0-9]{1,5}".prop_map(|phone| Contact::Phone(ContactPhone { phone })),
    ],
    merged: (0..=9_i64, text(), of(any::<bool>())).prop_map(|(id, note, extra)| Merged { id, note, extra }),
    sealed: (0..=i64::MAX, of(text()), of(text())).prop_map(|(id, note, seal)| Sealed { id, note, seal }),
    payment: prop_oneof![
        (text_of(4, 6), of(text())).prop_map(|(number, name)| Payment {
            by: PaymentBy::Card,
            number: Some(number),
            name,
        }),
        Just(Payment { by: PaymentBy::Cash, number: None, name: None }),
    ],
    address: prop_oneof![
        (text(), text()).prop_map(|(street, town)| Address {
            street: Some(street),
            town: Some(town),
            country: None,
        }),
        (of(text()), text()).prop_map(|(town, country)| Address { street: None, town, country: Some(country) }),
    ],
    paging: (1..=i64::MAX, select(vec![PagingOrder::Up, PagingOrder::Down]))
        .prop_map(|(limit, order)| Paging { limit, order }),
    anything: json(),
    few: select(vec!["1", "1.0", "\"a\"", "null", "[]", "{\"a\":1.5}"])
        .prop_map(|json| decode::from_slice::<Json>(json.as_bytes()).unwrap()),
    key: prop_oneof![
        (0..=i64::MAX).prop_map(Json::from),
        text_of(1, 3).prop_map(|text| Json::from(text.as_str())),
    ],
}

pub(crate) fn account() -> impl Strategy<Value = Account> {
    (any::<i64>(), text(), of(text())).prop_map(|(id, name, created)| Account { id, name, created })
}

pub(crate) fn account_input() -> impl Strategy<Value = AccountInput> {
    (text(), text_of(3, 5)).prop_map(|(name, password)| AccountInput { name, password })
}

fn states() -> impl Strategy<Value = States> {
    let nested = any::<bool>().prop_map(|on| StatesNested { on });
    let all = (any::<i64>(), of(any::<i64>()), of(text()), of(of(any::<bool>())), of(of(nested)));
    all.prop_map(|(value, null_or_value, may_be_absent, three, nested)| States {
        value,
        null_or_value,
        may_be_absent,
        three,
        nested,
    })
}

fn numbers() -> impl Strategy<Value = Numbers> {
    let ratio = {
        use proptest::num::f32::{NEGATIVE, NORMAL, POSITIVE, ZERO};
        POSITIVE | NEGATIVE | NORMAL | ZERO
    };
    let cents = (-1_000_000..1_000_000_i32).prop_map(|cents| f64::from(cents) / 100.0);
    let whole = (of(any::<i32>()), of(any::<i64>()), of(-2..=2_i64));
    let all = (whole, of(0.0..99.9_f64), of(ratio), of(cents));
    all.prop_map(|((small, large, between), price, ratio, cents)| Numbers {
        small,
        large,
        between,
        price,
        ratio,
        cents,
    })
}

fn texts() -> impl Strategy<Value = Texts> {
    let day = || (0..3_652_000_i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day + 366).unwrap());
    let time = (0..86_400_u32, prop_oneof![Just(0), 0..1_000_000_000_u32]);
    let time =
        time.prop_map(|(second, nano)| NaiveTime::from_num_seconds_from_midnight_opt(second, nano).unwrap());
    let moment = (day(), time, -1439..=1439_i32).prop_map(|(day, time, minutes)| -> DateTime<FixedOffset> {
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        (day.and_time(time) - Duration::minutes(minutes.into())).and_utc().with_timezone(&offset)
    });
    let own = (
        of(day()),
        of(moment),
        of(any::<u128>().prop_map(Uuid::from_u128)),
        of(any::<u32>().prop_map(Ipv4Addr::from)),
        of(any::<u128>().prop_map(Ipv6Addr::from)),
    );
    let plain = (
        of("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?(Z|[+-]0[0-9]:[0-5][0-9])"),
        of("P([0-9]W|[0-9]D(T[0-9]H)?|T[0-9]M)"),
        of("[a-z]{1,3}@[a-z]{1,3}\\.[a-z]{2}"),
        of("[a-z]([a-z0-9-]{0,3}[a-z0-9])?(\\.[a-z]{1,3})?"),
        of("[a-z]{1,4}:(//[a-z]{1,3})?(/[a-z%20]?)?".prop_filter("percent", |uri| !uri.contains('%'))),
        of("(/([a-z]|~[01])?){0,2}"),
    );
    (own, plain).prop_map(|(own, plain)| {
        let (date, date_time, uuid, ipv4, ipv6) = own;
        let (time, duration, email, hostname, uri, pointer) = plain;
        Texts { date, date_time, time, duration, uuid, ipv4, ipv6, email, hostname, uri, pointer }
    })
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = any::<i64>().prop_map(|value| Tree { value, children: None });
    leaf.prop_recursive(3, 12, 3, |tree| {
        (any::<i64>(), of(vec(tree, 0..3))).prop_map(|(value, children)| Tree { value, children })
    })
}

fn chain() -> impl Strategy<Value = Chain> {
    let end = (any::<bool>(), select(vec![None, Some(None)])).prop_map(|(link, next)| Chain { link, next });
    end.prop_recursive(4, 4, 1, |chain| {
        (any::<bool>(), chain).prop_map(|(link, next)| Chain { link, next: Some(Some(Box::new(next))) })
    })
}

fn json() -> impl Strategy<Value = Json> {
    let number = float().prop_map(|value| Json::Number(Number::from_f64(value).unwrap()));
    let scalar = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::from),
        number,
        text().prop_map(Json::String),
    ];
    scalar.prop_recursive(3, 12, 3, |json| {
        prop_oneof![
            vec(json.clone(), 0..3).prop_map(Json::Array),
            btree_map(text(), json, 0..3)
                .prop_map(|members: BTreeMap<_, _>| Json::Object(members.into_iter().collect())),
        ]
    })
}

fn float() -> impl Strategy<Value = f64> {
    use proptest::num::f64::{NEGATIVE, NORMAL, POSITIVE, SUBNORMAL, ZERO};
    POSITIVE | NEGATIVE | NORMAL | SUBNORMAL | ZERO
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..6)
}

fn text() -> impl Strategy<Value = String> {
    text_of(0, 4)
}

/// A text of that many code points.
fn text_of(min: usize, max: usize) -> impl Strategy<Value = String> {
    vec(any::<char>(), min..=max).prop_map(String::from_iter)
}

fn name_but(taken: &'static str) -> impl Strategy<Value = String> {
    text().prop_filter("taken", move |name| name != taken)
}
