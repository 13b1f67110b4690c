//! Segments that are more than one parameter, or more than a parameter: which operation is meant, and what it is given.

#[path = "../../driven/segments/mod.rs"]
#[rustfmt::skip]
mod generated;

use std::convert::Infallible;

use generated::*;
use specwright_runtime::Context;

use crate::{Answered, ask, request};

struct Reports;

/// The operation, and what it was given.
macro_rules! told {
    ($context:ident $(, $given:expr)*) => {{
        let given: Vec<String> = vec![$context.operation().to_owned() $(, $given.to_string())*];
        given.join(" ")
    }};
}

impl Api for Reports {
    type Error = Infallible;

    async fn latest_report(&self, context: &Context) -> Result<LatestReport, Infallible> {
        Ok(LatestReport::Ok(told!(context)))
    }

    async fn read_report(
        &self,
        context: &Context,
        parameters: ReadReportParameters,
    ) -> Result<ReadReport, Infallible> {
        Ok(ReadReport::Ok(told!(context, parameters.name)))
    }

    async fn packed_report(
        &self,
        context: &Context,
        parameters: PackedReportParameters,
    ) -> Result<PackedReport, Infallible> {
        Ok(PackedReport::Ok(told!(context, parameters.name)))
    }

    async fn archived_report(
        &self,
        context: &Context,
        parameters: ArchivedReportParameters,
    ) -> Result<ArchivedReport, Infallible> {
        Ok(ArchivedReport::Ok(told!(context, parameters.name)))
    }

    async fn cancel_report(
        &self,
        context: &Context,
        parameters: CancelReportParameters,
    ) -> Result<CancelReport, Infallible> {
        Ok(CancelReport::Ok(told!(context, parameters.name)))
    }

    async fn monthly_report(
        &self,
        context: &Context,
        parameters: MonthlyReportParameters,
    ) -> Result<MonthlyReport, Infallible> {
        Ok(MonthlyReport::Ok(told!(context, parameters.year, parameters.month)))
    }

    async fn compare(&self, context: &Context, parameters: CompareParameters) -> Result<Compare, Infallible> {
        Ok(Compare::Ok(told!(context, parameters.base, parameters.head)))
    }

    async fn versioned_reports(
        &self,
        context: &Context,
        parameters: VersionedReportsParameters,
    ) -> Result<VersionedReports, Infallible> {
        Ok(VersionedReports::Ok(told!(context, parameters.major)))
    }

    async fn versioned_report(
        &self,
        context: &Context,
        parameters: VersionedReportParameters,
    ) -> Result<VersionedReport, Infallible> {
        Ok(VersionedReport::Ok(told!(context, parameters.major, parameters.name)))
    }

    async fn shelf(&self, context: &Context, parameters: ShelfParameters) -> Result<Shelf, Infallible> {
        Ok(Shelf::Ok(told!(context, parameters.shelf)))
    }
}

fn get(path: &str) -> Answered {
    ask(&Server::new(Reports), request("GET", path).body(String::new()).unwrap())
}

/// The operation that is called, and what it is given.
fn told(path: &str) -> String {
    let answered = get(path);
    assert_eq!(answered.status, 200, "{path}: {}", answered.body);
    serde_json::from_str(&answered.body).unwrap()
}

#[test]
fn text_around_a_parameter_is_not_part_of_it() {
    assert_eq!(told("/reports/may:cancel"), "cancelReport may");
    assert_eq!(told("/v2/reports"), "versionedReports 2");
    assert_eq!(told("/v2/reports/may.json"), "versionedReport 2 may");
}

#[test]
fn several_parameters_of_a_segment_are_told_apart_by_the_text_between_them() {
    assert_eq!(told("/compare/main...next"), "compare main next");
    assert_eq!(told("/compare/a....b"), "compare a .b");
    assert_eq!(told("/reports/2026-5"), "monthlyReport 2026 5");
}

#[test]
fn a_literal_comes_first_then_more_text_then_less_then_none() {
    assert_eq!(told("/reports/latest.json"), "latestReport");
    assert_eq!(told("/reports/may.tar.gz"), "archivedReport may");
    assert_eq!(told("/reports/may.gz"), "packedReport may");
    assert_eq!(told("/reports/may"), "readReport may");
    assert_eq!(told("/reports/.gz"), "readReport .gz");
    assert_eq!(told("/v/reports"), "shelf v");
}

#[test]
fn a_segment_is_decoded_before_it_is_split() {
    assert_eq!(told("/reports/a%20b%3Acancel"), "cancelReport a b");
    assert_eq!(told("/compare/a%2Fb...c"), "compare a/b c");
}

#[test]
fn what_does_not_fit_is_not_found() {
    for path in ["/compare/main..next", "/compare/...next", "/compare/main...", "/v2/reports/may.xml"] {
        assert_eq!(get(path).status, 404, "{path}");
    }
}

#[test]
fn a_part_is_checked_like_any_parameter() {
    let answered = get("/reports/x-13");
    assert_eq!(answered.status, 422);
    for way in [r#"["path","year"]"#, r#"["path","month"]"#] {
        assert!(answered.body.contains(way), "{}", answered.body);
    }
}
