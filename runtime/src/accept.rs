//! The field `Accept` ([RFC 9110, 12.5.1](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1)).

mod range;

use http::HeaderMap;
use http::header::ACCEPT;

use range::Range;

/// A type that stands for the media types of one response.
pub trait MediaTypes: Copy + 'static {
    /// Each media type, or range of them, and what it stands for, in the order of the document.
    const MEDIA_TYPES: &'static [(&'static str, Self)];
}

/// The one of `T` that the `headers` like best; the first in the document among those that they like alike.
///
/// `None` where they like none of them. Without an `Accept`, or with none that can be read, they like all.
pub(crate) fn best<T: MediaTypes>(headers: &HeaderMap) -> Option<T> {
    let fields: Vec<&str> = headers.get_all(ACCEPT).iter().filter_map(|field| field.to_str().ok()).collect();
    let accepted: Vec<Range<'_>> = fields.iter().flat_map(|field| Range::all(field)).collect();
    let mut best: Option<(Liking, T)> = None;
    for (media_type, one) in T::MEDIA_TYPES {
        let Some(offered) = Range::all(media_type).next() else { continue };
        let liking = liking(&accepted, &offered);
        if liking.weight > 0 && best.is_none_or(|(most, _)| liking > most) {
            best = Some((liking, *one));
        }
    }
    best.map(|(_, one)| one)
}

/// How much something is liked: first by its weight, then by how closely it was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Liking {
    /// In thousandths.
    weight: u16,
    precision: usize,
}

/// The weight of what is offered is that of the most precise range that it is in.
fn liking(accepted: &[Range<'_>], offered: &Range<'_>) -> Liking {
    if accepted.is_empty() {
        return Liking { weight: 1000, precision: 0 };
    }
    let precise = accepted.iter().filter(|range| range.meets(offered)).max_by_key(|range| range.precision());
    precise.map_or(Liking { weight: 0, precision: 0 }, |range| Liking {
        weight: range.weight,
        precision: range.precision(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Report {
        Json,
        Html,
        Flowed,
        Image,
    }

    impl MediaTypes for Report {
        const MEDIA_TYPES: &'static [(&'static str, Self)] = &[
            ("application/json", Self::Json),
            ("text/html", Self::Html),
            ("text/plain;format=flowed", Self::Flowed),
            ("image/*", Self::Image),
        ];
    }

    fn chosen(fields: &[&'static str]) -> Option<Report> {
        best(&fields.iter().map(|field| (ACCEPT, HeaderValue::from_static(field))).collect())
    }

    #[test]
    fn who_does_not_say_gets_the_first() {
        for fields in [&[][..], &[""], &["*/*"], &["nonsense"], &["*/json"]] {
            assert_eq!(chosen(fields), Some(Report::Json), "{fields:?}");
        }
    }

    #[test]
    fn the_greatest_weight_wins() {
        assert_eq!(chosen(&["application/json;q=0.5, text/html"]), Some(Report::Html));
        assert_eq!(chosen(&["application/json;q=0.5", "TEXT/HTML ; Q=0.501"]), Some(Report::Html));
        assert_eq!(chosen(&["text/html;q=0.9, */*;q=0.1"]), Some(Report::Html));
        assert_eq!(chosen(&["text/html;q=0.900, application/json;q=0.9"]), Some(Report::Json));
    }

    #[test]
    fn the_most_precise_range_says_what_the_weight_is() {
        assert_eq!(chosen(&["*/*, application/json;q=0, text/*;q=0.2"]), Some(Report::Image));
        assert_eq!(chosen(&["text/*, text/html;q=0.1, text/plain;q=0.3"]), Some(Report::Flowed));
        let fields = ["text/plain;format=flowed;q=0.1, text/plain, text/html;q=0.5"];
        assert_eq!(chosen(&fields), Some(Report::Html));
    }

    #[test]
    fn of_two_that_weigh_alike_the_one_that_was_named_wins() {
        assert_eq!(chosen(&["text/html, */*"]), Some(Report::Html));
    }

    #[test]
    fn a_range_is_offered_where_it_meets_what_is_accepted() {
        assert_eq!(chosen(&["image/png"]), Some(Report::Image));
    }

    #[test]
    fn what_nobody_likes_is_not_chosen() {
        for field in ["audio/*", "application/json;q=0", "*/*;q=0.000", "text/plain;format=fixed"] {
            assert_eq!(chosen(&[field]), None, "{field}");
        }
    }

    #[test]
    fn a_quoted_parameter_may_hold_anything() {
        assert_eq!(chosen(&[r#"text/x;a="b, text/html, \", ;q=0", text/html;q=0.5"#]), Some(Report::Html));
    }

    #[test]
    fn a_weight_that_is_none_does_not_count() {
        assert_eq!(chosen(&["text/html;q=2, application/json;q=0.1"]), Some(Report::Json));
        assert_eq!(chosen(&["text/html;q=0.1234, application/json;q=0.1"]), Some(Report::Json));
    }
}
