//! The documentation page in a real browser: at the root of a server, in a router under a prefix, under a prefix by itself, and
//! behind a proxy that strips one.
//!
//! Every test also sees to it that nothing is asked of another host, and that the browser has nothing to complain about.

use std::{env, fs};

use axum::Router;
use specwright_tests::browser::{self, Complaint, Session};
use specwright_tests::first_steps::{FirstSteps, Served, Server, stripping};
use specwright_tests::reference::{self, root};

/// The page on one of the servers.
struct Page<'s> {
    browser: &'s Session,
    /// The address that the paths of the document are under.
    base: String,
}

/// What a test does, on each of the servers in turn.
fn everywhere(test: impl Fn(&Page)) {
    let Some(browser) = browser::start() else { return };
    let server = || Server::new(FirstSteps);
    let servers = [
        ("", Router::from(server())),
        ("/api/v1", Router::new().nest_service("/api/v1", server())),
        ("/api/v1", Router::from(server().under("/api/v1"))),
        ("/api/v1", stripping("/api/v1", server().stripped("/api/v1"))),
    ];
    for (prefix, router) in servers {
        let served = Served::by_axum(router);
        test(&Page { browser: &browser, base: format!("http://{}{prefix}", served.address) });
    }
}

impl Page<'_> {
    fn open(&self, query: &str) {
        self.browser.open(&format!("{}/docs{query}", self.base));
    }

    /// Whether the browser asked only this server, and was content with all but these answers: a path, and what is said of it.
    fn was_fine_but_for(&self, refusals: &[(&str, &str)]) {
        for address in browser::requests(self.browser) {
            let own = address.starts_with(&format!("{}/", self.base)) || address.starts_with("data:");
            assert!(own, "{address} is not under {}", self.base);
        }
        let wanted: Vec<_> = refusals
            .iter()
            .map(|(path, what)| {
                let said = format!("Failed to load resource: the server responded with a status of {what}");
                Complaint { source: "network".to_owned(), message: format!("{}{path} - {said}", self.base) }
            })
            .collect();
        assert_eq!(browser::complaints(self.browser), wanted);
    }
}

#[test]
fn the_page_shows_the_operation_with_its_lock() {
    everywhere(|page| {
        page.open("");
        let operation = page.browser.find(".opblock").text();
        assert_eq!(operation.lines().collect::<Vec<_>>(), ["GET", "/items/", "Read Items"]);
        page.browser.find(".opblock .authorization__btn svg.unlocked");
        assert!(page.browser.find(".info .title").text().starts_with("Fast API"));
        page.was_fine_but_for(&[]);
    });
}

#[test]
fn authorize_shows_the_flow_with_user_name_and_password() {
    everywhere(|page| {
        page.open("");
        page.browser.find(".btn.authorize").click();
        let dialog = page.browser.find(".dialog-ux .auth-container").text();
        for part in [
            "OAuth2PasswordBearer (OAuth2, password)",
            &format!("Token URL: {}/token\n", page.base),
            "Flow: password",
        ] {
            assert!(dialog.contains(part), "{part:?} is not in {dialog}");
        }
        page.browser.find("#oauth_username").enter("ann");
        page.browser.find("#oauth_password[type=password]").enter("secret");
        page.was_fine_but_for(&[]);
    });
}

#[test]
fn a_login_that_fails_is_said_in_the_dialog() {
    everywhere(|page| {
        page.open("");
        page.browser.find(".btn.authorize").click();
        page.browser.find("#oauth_username").enter("ann");
        page.browser.find("#oauth_password").enter("secret");
        page.browser.find(".dialog-ux .auth-btn-wrapper .authorize").click();
        // This contract has no operation that gives out tokens.
        assert!(page.browser.find(".dialog-ux .errors").text().contains("Not Found"));
        page.browser.find(".dialog-ux .btn-done").click();
        page.browser.find(".opblock .authorization__btn svg.unlocked");
        page.was_fine_but_for(&[("/token", "404 (Not Found)")]);
    });
}

#[test]
fn try_it_out_shows_the_401_with_its_body_and_its_challenge() {
    everywhere(|page| {
        page.open("");
        page.browser.find(".opblock-summary-control").click();
        page.browser.find(".try-out__btn").click();
        page.browser.find(".opblock .execute").click();
        let response = ".live-responses-table .response";
        assert_eq!(page.browser.find(&format!("{response} .response-col_status")).text(), "401");
        assert_eq!(page.browser.find(".request-url pre").text(), format!("{}/items/", page.base));
        let shown = page.browser.find(&format!("{response} .response-col_description")).text();
        for part in ["Error: Unauthorized", r#""detail": "Not authenticated""#, "www-authenticate: Bearer"] {
            assert!(
                shown.lines().any(|line| line.trim().trim_end_matches('}') == part),
                "{part} is not in {shown}"
            );
        }
        page.was_fine_but_for(&[("/items/", "401 (Unauthorized)")]);
    });
}

#[test]
fn an_operation_has_an_address_of_its_own() {
    everywhere(|page| {
        page.open("#/default/readItems");
        page.browser.find(".opblock.is-open .try-out__btn");
        page.was_fine_but_for(&[]);
    });
}

#[test]
fn the_query_does_not_choose_another_document() {
    everywhere(|page| {
        for query in [
            "?url=https://example.com/evil.yaml",
            "?configUrl=https://example.com/evil.json",
            "?configUrl=data:application/json,%7B%22url%22:%22https://example.com/evil.yaml%22%7D",
            "?urls=https://example.com/evil.yaml&urls.primaryName=evil&spec=%7B%7D",
        ] {
            page.open(query);
            let shown = page.browser.find(".info .link").text();
            assert_eq!(shown.trim(), format!("{}/openapi.yaml", page.base), "{query}");
            page.browser.find(r#".opblock [data-path="/items/"]"#);
            page.was_fine_but_for(&[]);
        }
    });
}

/// Without this, the other tests could not fail for what they look for.
#[test]
fn what_the_policy_of_the_page_forbids_is_not_loaded_and_complained_about() {
    everywhere(|page| {
        page.open("");
        page.browser.find(".opblock");
        page.was_fine_but_for(&[]);
        page.browser
            .run("document.body.append(Object.assign(new Image(), { src: 'https://example.com/x.png' }))");
        page.browser.run("const script = document.createElement('script'); script.text = 'window.ran = true'; document.body.append(script)");
        assert_eq!(page.browser.run("return window.ran ?? false"), false);
        let complaints = browser::complaints(page.browser);
        for directive in ["img-src 'self' data:", "script-src 'self'"] {
            let seen =
                complaints.iter().any(|one| one.source == "security" && one.message.contains(directive));
            assert!(seen, "{directive} is not in {complaints:?}");
        }
        assert!(browser::requests(page.browser).contains(&"https://example.com/x.png".to_owned()));
    });
}

/// With `SPECWRIGHT_SCREENSHOT=1`, the picture of the page that the README shows is taken again.
#[test]
fn the_picture_in_the_readme_is_of_the_page() {
    if env::var_os("SPECWRIGHT_SCREENSHOT").is_none() {
        return;
    }
    let browser = browser::start().expect("a browser");
    let server = reference::start_with(&["--port", "8000"]);
    browser.open(&format!("http://{}/docs", server.address));
    browser.find(".opblock-summary-control");
    // By a script, because what the mouse is over looks different.
    browser.run("document.querySelector('.opblock-summary-control').click()");
    browser.find(".opblock .responses-table");
    browser.run("scrollTo(0, 0)");
    let picture = browser.screenshot();
    assert!(picture.len() < 150 * 1024, "{} bytes", picture.len());
    fs::write(root().join("docs/page.png"), picture).unwrap();
}
