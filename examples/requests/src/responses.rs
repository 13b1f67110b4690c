//! The operations that answer something of their own.

use specwright_runtime::{Context, Failure};

use crate::Shed;
use crate::generated::*;

impl Response for Shed {
    type Error = Failure;

    async fn read_catalogue(
        &self,
        _: &Context,
        parameters: ReadCatalogueParameters,
    ) -> Result<ReadCatalogue, Failure> {
        Ok(match &*parameters.name {
            "lost" => ReadCatalogue::NotFound {
                x_reason: Some("lost in the shed".to_owned()),
                body: Message { detail: "No such tool".to_owned() },
            },
            "lent" => ReadCatalogue::Conflict(Lent { detail: LentDetail { until: "2030-01-31".parse()? } }),
            "teapot" => ReadCatalogue::ImATeapot(Message { detail: "I'm a teapot".to_owned() }),
            _ => ReadCatalogue::Ok(Entry { name: parameters.name, kind: Kind::Power, motto: None }),
        })
    }

    async fn add_reservation(&self, context: &Context, body: Reservation) -> Result<AddReservation, Failure> {
        Ok(AddReservation::Created {
            location: format!("/reservations/{}", body.tool),
            x_days_left: body.days,
            body: Echo::of(context).with_body(&body)?,
        })
    }

    async fn drop_reservation(
        &self,
        _: &Context,
        _: DropReservationParameters,
    ) -> Result<DropReservation, Failure> {
        Ok(DropReservation::NoContent)
    }

    async fn read_report(
        &self,
        _: &Context,
        parameters: ReadReportParameters,
    ) -> Result<ReadReport, Failure> {
        Ok(ReadReport::Ok(match parameters.r#as {
            ReadReportAs::Json => ReadReportOk::Json(Count { count: 3 }),
            ReadReportAs::Text => ReadReportOk::Text("3 tools\n".to_owned()),
            ReadReportAs::Html => ReadReportOk::Html("<p>3 tools</p>\n".to_owned()),
            ReadReportAs::Csv => ReadReportOk::Csv("count\r\n3\r\n".to_owned()),
        }))
    }
}
