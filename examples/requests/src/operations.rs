//! The operations that say what they read, and nothing else.

use std::collections::BTreeMap;

use specwright_runtime::json::Json;
use specwright_runtime::{Context, Failure};

use crate::Shed;
use crate::generated::*;

/// A line for each operation: `operation(its parameters { each field: "its name" }; its body) -> its response`.
macro_rules! operations {
    ($($operation:ident($($Parameters:ident { $($field:ident: $name:literal),* })? $(; $Body:ty)?) -> $Response:ident;)*) => { $(
        async fn $operation(
            &self,
            context: &Context,
            $(parameters: $Parameters,)?
            $(body: $Body,)?
        ) -> Result<$Response, Failure> {
            let echo = Echo::of(context);
            $(
                let $Parameters { $($field),* } = parameters;
                $(let echo = echo.with($name, &$field)?;)*
            )?
            $(let echo = echo.with_body::<$Body>(&body)?;)?
            Ok($Response::Ok(echo))
        }
    )* };
}
pub(crate) use operations;

impl PathApi for Shed {
    type Error = Failure;

    operations! {
        read_tool(ReadToolParameters { number: "number" }) -> ReadTool;
        read_person(ReadPersonParameters { name: "name" }) -> ReadPerson;
        read_myself() -> ReadMyself;
        read_kind(ReadKindParameters { kind: "kind" }) -> ReadKind;
        read_scale(ReadScaleParameters { ratio: "ratio", locked: "locked" }) -> ReadScale;
        read_loan_day(ReadLoanDayParameters { loan: "loan", day: "day" }) -> ReadLoanDay;
    }
}

impl Query for Shed {
    type Error = Failure;

    operations! {
        list_tools(ListToolsParameters {
            skip: "skip", limit: "limit", q: "q", item_code: "item-code", available: "available", sort: "sort",
            max_price: "max_price", tag: "tag", page: "page"
        }) -> ListTools;
        search_tools(SearchToolsParameters {
            text: "text", ids: "ids", deep: "deep", scores: "scores"
        }) -> SearchTools;
        list_loans(ListLoansParameters {
            since: "since", on: "on", at: "at", loan: "loan", state: "state", days: "days"
        }) -> ListLoans;
    }
}

impl Header for Shed {
    type Error = Failure;

    operations! {
        open_door(OpenDoorParameters {
            x_badge: "X-Badge", user_agent: "User-Agent", x_key: "X-Key", odd_header: "odd_header",
            x_quiet: "X-Quiet", x_request_id: "X-Request-Id"
        }) -> OpenDoor;
        read_shelf(ReadShelfParameters { x_row: "X-Row", x_side: "X-Side" }) -> ReadShelf;
        read_counter(ReadCounterParameters { visit: "visit", visits: "visits", dark: "dark" }) -> ReadCounter;
    }
}

impl Body for Shed {
    type Error = Failure;

    operations! {
        replace_tool(ReplaceToolParameters {
            number: "number", x_badge: "X-Badge", notify: "notify", reason: "reason"
        }; Tool) -> ReplaceTool;
        add_tool(; Tool) -> AddTool;
        save_settings(; Settings) -> SaveSettings;
        record_moments(; Moments) -> RecordMoments;
        record_identities(; Identities) -> RecordIdentities;
        record_numbers(; Numbers) -> RecordNumbers;
        record_words(; Words) -> RecordWords;
        record_collections(; Collections) -> RecordCollections;
        add_batch(; Vec<Line>) -> AddBatch;
        add_weights(; BTreeMap<String, f64>) -> AddWeights;
        add_payment(; Payment) -> AddPayment;
        add_bill(; Bill) -> AddBill;
        add_cut(; Cut) -> AddCut;
        add_tree(; Tree) -> AddTree;
        place_order(; Order) -> PlaceOrder;
        set_count(; i64) -> SetCount;
        add_anything(; Json) -> AddAnything;
        check_rules(; Rules) -> CheckRules;
    }

    async fn add_remark(
        &self,
        context: &Context,
        body: Option<Option<Customer>>,
    ) -> Result<AddRemark, Failure> {
        let echo = Echo::of(context);
        Ok(AddRemark::Ok(match body {
            Some(body) => echo.with_body(&body)?,
            None => echo,
        }))
    }
}
