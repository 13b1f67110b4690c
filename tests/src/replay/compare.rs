//! What is different between a response and what is wanted of it.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use serde_json::Value;

use super::challenges::schemes;
use super::echo;
use super::problems;
use super::wanted::{Answer, AnyOf, Wanted};
use crate::exchange::Response;

/// The differences from what is wanted, each as a phrase; none where the response is as wanted. Where several answers will do
/// and none is met, the differences are those from ours. `server` is who answered.
pub(super) fn differences(wanted: &Wanted, got: &Response, server: SocketAddr) -> Vec<String> {
    let mut ours = None;
    for answer in wanted.answers() {
        let differences = from(answer, got, server);
        if differences.is_empty() {
            return differences;
        }
        ours.get_or_insert(differences);
    }
    ours.unwrap_or_default()
}

/// The differences from one answer.
fn from(wanted: &Answer, got: &Response, server: SocketAddr) -> Vec<String> {
    let headers = wanted.headers.iter().map(|(name, values)| header(name, values, got, server));
    [status(wanted, got)]
        .into_iter()
        .chain(headers)
        .chain([
            challenges(wanted, got),
            json(wanted, got),
            members(wanted, got),
            echo(wanted, got),
            body(wanted, got),
        ])
        .flatten()
        .chain(problems(wanted, got))
        .collect()
}

fn status(wanted: &Answer, got: &Response) -> Option<String> {
    let good = wanted.status.all();
    (!good.contains(&got.status)).then(|| format!("status {}, want {good:?}", got.status))
}

fn header(name: &str, wanted: &AnyOf<Option<String>>, got: &Response, server: SocketAddr) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let value = got.header(&name);
    let same = |wanted: &Option<String>| match (&*name, wanted.as_deref(), value.as_deref()) {
        ("allow", Some(wanted), Some(value)) => methods(wanted) == methods(value),
        ("location", Some(wanted), Some(value)) => wanted == without_origin(value, server),
        (_, wanted, value) => wanted == value,
    };
    let good = wanted.all();
    (!good.iter().any(same)).then(|| format!("{name}: {value:?}, want {good:?}"))
}

/// The members of `Allow`, which is a set.
fn methods(allow: &str) -> BTreeSet<&str> {
    allow.split(',').map(str::trim).collect()
}

/// An address of the server's own may be given in full.
fn without_origin(location: &str, server: SocketAddr) -> &str {
    let path = location.strip_prefix(&format!("http://{server}"));
    path.filter(|path| path.starts_with('/')).unwrap_or(location)
}

fn challenges(wanted: &Answer, got: &Response) -> Option<String> {
    let found = schemes(&got.header("www-authenticate").unwrap_or_default());
    let lower =
        |names: &[String]| names.iter().map(|name| name.to_ascii_lowercase()).collect::<BTreeSet<_>>();
    let all = wanted.challenges.as_deref().map(lower);
    let some = lower(&wanted.challenges_include);
    let same = all.is_none_or(|all| all.iter().eq(&found)) && some.iter().all(|name| found.contains(name));
    let named = || wanted.challenges.as_ref().unwrap_or(&wanted.challenges_include);
    (!same).then(|| format!("challenges {found:?}, want {:?}", named()))
}

fn json(wanted: &Answer, got: &Response) -> Option<String> {
    let wanted = wanted.json.as_ref()?;
    (!echo::equal(&value(got), wanted)).then(|| format!("body {:?}, want {wanted}", got.text()))
}

fn members(wanted: &Answer, got: &Response) -> Option<String> {
    let wanted = wanted.json_has.as_ref()?;
    let value = value(got);
    let has = value.is_object() && wanted.iter().all(|(name, member)| value.get(name) == Some(member));
    (!has).then(|| format!("body {:?}, want at least {wanted:?}", got.text()))
}

fn echo(wanted: &Answer, got: &Response) -> Option<String> {
    let (good, value) = (wanted.echo.as_ref()?.all(), value(got));
    let same = good.iter().any(|wanted| echo::same(&value, wanted));
    let ours = || good.first().cloned().map(Value::Object).unwrap_or_default();
    (!same).then(|| format!("body {:?}, want {}", got.text(), ours()))
}

fn problems(wanted: &Answer, got: &Response) -> Vec<String> {
    wanted.problems.as_ref().map(|wanted| problems::differences(wanted, &got.body)).unwrap_or_default()
}

/// The content as JSON; `null`, which nothing wants, where it is none.
fn value(got: &Response) -> Value {
    serde_json::from_slice(&got.body).unwrap_or_default()
}

fn body(wanted: &Answer, got: &Response) -> Option<String> {
    let wanted = wanted.body.as_ref()?;
    let same = got.body.iter().copied().map(char::from).eq(wanted.chars()) || got.body == wanted.as_bytes();
    (!same).then(|| format!("body {:?}, want {wanted:?}", got.text()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The differences of a 401 with a challenge, `Allow`, `Location` and a body of JSON.
    fn against(wanted: Value) -> Vec<String> {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let got = Response {
            status: 401,
            headers: vec![
                header("www-authenticate", "Bearer realm=\"r\""),
                header("www-authenticate", "APIKey"),
                header("allow", "GET, HEAD"),
                header("location", "http://127.0.0.1:8000/items/"),
            ],
            body: br#"{ "detail": "x" }"#.to_vec(),
        };
        differences(&serde_json::from_value(wanted).unwrap(), &got, "127.0.0.1:8000".parse().unwrap())
    }

    #[test]
    fn what_is_as_wanted_has_no_differences() {
        let none = [""; 0];
        assert_eq!(against(json!({"status": 401})), none);
        assert_eq!(against(json!({"status": [400, 401]})), none);
        assert_eq!(against(json!({"status": 401, "headers": {"Allow": "HEAD,GET", "Etag": null}})), none);
        assert_eq!(against(json!({"status": 401, "headers": {"location": "/items/"}})), none);
        assert_eq!(against(json!({"status": 401, "challenges": ["ApiKey", "Bearer"]})), none);
        assert_eq!(against(json!({"status": 401, "challenges_include": ["Bearer"]})), none);
        assert_eq!(against(json!({"status": 401, "json": {"detail": "x"}})), none);
        assert_eq!(against(json!({"status": 401, "json_has": {}})), none);
        assert_eq!(against(json!({"status": 401, "json_has": {"detail": "x"}})), none);
        assert_eq!(against(json!({"status": 401, "body": "{ \"detail\": \"x\" }"})), none);
        assert_eq!(
            against(json!({"status": 401, "headers": {"allow": ["GET", "GET, HEAD"], "etag": ["x", null]}})),
            none
        );
        assert_eq!(against(json!({"status": 401, "echo": {"detail": "x"}})), none);
        assert_eq!(against(json!({"status": 401, "echo": [{"detail": "y"}, {"detail": "x"}]})), none);
        assert_eq!(against(json!({"either": [{"status": 200}, {"status": 401}]})), none);
    }

    #[test]
    fn every_difference_is_found() {
        for wanted in [
            json!({"status": 200}),
            json!({"status": [200, 400]}),
            json!({"status": 401, "headers": {"www-authenticate": null}}),
            json!({"status": 401, "headers": {"www-authenticate": "bearer"}}),
            json!({"status": 401, "headers": {"etag": "x"}}),
            json!({"status": 401, "headers": {"allow": "GET"}}),
            json!({"status": 401, "headers": {"location": "/"}}),
            json!({"status": 401, "challenges": ["Bearer"]}),
            json!({"status": 401, "challenges": ["Bearer", "APIKey", "Basic"]}),
            json!({"status": 401, "challenges_include": ["Bearer", "Basic"]}),
            json!({"status": 401, "json": {"detail": "y"}}),
            json!({"status": 401, "json_has": {"detail": "y"}}),
            json!({"status": 401, "json_has": {"more": null}}),
            json!({"status": 401, "body": "{\"detail\":\"x\"}"}),
            json!({"status": 401, "headers": {"allow": ["GET", "HEAD"]}}),
            json!({"status": 401, "echo": {}}),
            json!({"status": 401, "echo": [{"detail": "y"}, {}]}),
            json!({"status": 401, "problems": []}),
        ] {
            assert_eq!(against(wanted.clone()).len(), 1, "{wanted}");
        }
    }

    #[test]
    fn where_no_answer_is_met_the_differences_are_those_from_ours() {
        let wanted = json!({"either": [{"status": 402}, {"status": 403, "json": {}}]});
        assert_eq!(against(wanted), ["status 401, want [402]"]);
    }

    #[test]
    fn text_is_bytes_or_utf_8() {
        let got = |body: &[u8]| Response { status: 200, headers: Vec::new(), body: body.to_vec() };
        let wanted = serde_json::from_value(json!({"status": 200, "body": "ä"})).unwrap();
        let server = "127.0.0.1:8000".parse().unwrap();
        assert!(differences(&wanted, &got(b"\xe4"), server).is_empty());
        assert!(differences(&wanted, &got("ä".as_bytes()), server).is_empty());
        assert_eq!(differences(&wanted, &got(b"a"), server).len(), 1);
    }

    #[test]
    fn what_cannot_be_compared_is_refused() {
        for wanted in [
            json!({"status": 401, "problem": []}),
            json!({"status": 401, "problems": [["body", "missing"]]}),
            json!({"status": 401, "echo": 1}),
            json!({"either": [{"status": 401}], "status": 401}),
            json!({"either": [{"either": [{"status": 401}]}]}),
        ] {
            assert!(serde_json::from_value::<Wanted>(wanted.clone()).is_err(), "{wanted}");
        }
    }
}
