//! The login in a real browser, with Swagger UI: at the root of a server, and behind a proxy that strips a prefix.
//!
//! Every test also sees to it that the page asks nobody else, and that nothing is against its policy.

use specwright_tests::browser::{self, Session};
use specwright_tests::relay;

use crate::Login;

/// The button that opens the dialog, and has a lock on it.
const AUTHORIZE: &str = ".scheme-container .btn.authorize";

/// The lock of an operation that needs a token.
const LOCK: &str = "#operations-users-readMe .authorization__btn";

/// The page of a login of its own.
struct Page<'s> {
    browser: &'s Session,
    /// The address that the paths of the document are under.
    base: String,
}

/// What a test does, on each of the servers in turn.
fn everywhere(test: impl Fn(&Page)) {
    let Some(browser) = browser::start() else { return };
    let login = Login::start();
    Page { browser: &browser, base: format!("http://{}", login.server.address) }.does(&test);
    let login = Login::behind_a_proxy();
    let proxy = relay::stripping("/api/v1", login.server.address);
    Page { browser: &browser, base: format!("http://{}/api/v1", proxy.address) }.does(&test);
}

impl Page<'_> {
    fn does(&self, test: impl Fn(&Self)) {
        self.open();
        test(self);
        for address in browser::requests(self.browser) {
            let own = address.starts_with(&format!("{}/", self.base)) || address.starts_with("data:");
            assert!(own, "{address} is not under {}", self.base);
        }
        for complaint in browser::complaints(self.browser) {
            // A status of 400 or more is one.
            assert_eq!(complaint.source, "network", "{}", complaint.message);
        }
    }

    fn open(&self) {
        self.browser.open(&format!("{}/docs", self.base));
    }

    /// Opens the dialog, which says where it logs in, and tries to.
    fn log_in(&self, password: &str, scopes: &[&str]) {
        self.press(AUTHORIZE);
        let dialog = self.text(".dialog-ux .auth-container");
        assert!(dialog.contains(&format!("Token URL: {}/token\n", self.base)), "{dialog}");
        self.browser.find("#oauth_username").enter("johndoe");
        self.browser.find("#oauth_password").enter(password);
        for scope in scopes {
            // The box itself is not to be seen.
            self.press(&format!("label[for='{scope}-password-checkbox-OAuth2PasswordBearer']"));
        }
        self.press(".dialog-ux [aria-label='Apply given OAuth2 credentials']");
    }

    /// Logs in, as one who may, and closes the dialog.
    fn be_logged_in(&self, scopes: &[&str]) {
        self.log_in("secret", scopes);
        self.browser.find(".dialog-ux [aria-label='Remove authorization']");
        self.close();
        self.is("locked");
    }

    fn log_out(&self) {
        self.press(AUTHORIZE);
        self.press(".dialog-ux [aria-label='Remove authorization']");
        self.browser.find(".dialog-ux [aria-label='Apply given OAuth2 credentials']");
        self.close();
        self.is("unlocked");
    }

    /// Every lock is in this state.
    fn is(&self, state: &str) {
        self.browser.find(&format!("{AUTHORIZE}.{state} svg"));
        self.browser.find(&format!("{LOCK} svg.{state}"));
    }

    fn close(&self) {
        self.press(".dialog-ux .btn-done");
    }

    /// Tries an operation out, and reads of the page what it answers: the status, and its lines.
    fn call(&self, operation: &str) -> (String, Vec<String>) {
        let block = format!("#operations-users-{operation}");
        if self.has_not(&format!("{block}.is-open")) {
            self.press(&format!("{block} .opblock-summary-control"));
            self.press(&format!("{block} .try-out__btn"));
        } else {
            // Or else the answer from before would be read.
            self.press(&format!("{block} .btn-clear"));
        }
        self.press(&format!("{block} .execute"));
        let response = format!("{block} .live-responses-table .response");
        let status = self.text(&format!("{response} .response-col_status"));
        let lines = self.text(&format!("{response} .response-col_description"));
        (status, lines.lines().map(|line| line.trim().to_owned()).collect())
    }

    fn press(&self, selector: &str) {
        self.browser.find(selector).click();
    }

    /// Whether it is not on the page, without waiting for it.
    fn has_not(&self, selector: &str) -> bool {
        self.browser.run(&format!("return document.querySelector('{selector}') === null")) == true
    }

    fn text(&self, selector: &str) -> String {
        self.browser.find(selector).text()
    }
}

fn has(lines: &[String], wanted: &str) {
    assert!(lines.iter().any(|line| line.contains(wanted)), "{wanted:?} is not in {lines:#?}");
}

#[test]
fn who_logs_in_is_answered_and_who_logs_out_is_not() {
    everywhere(|page| {
        page.be_logged_in(&["me"]);
        let (status, lines) = page.call("readMe");
        assert_eq!(status, "200");
        has(&lines, r#""username": "johndoe""#);
        page.log_out();
        let (status, lines) = page.call("readMe");
        assert_eq!(status, "401");
        has(&lines, "www-authenticate: Bearer");
    });
}

#[test]
fn w5_a_scope_that_was_not_ticked_is_refused_with_what_is_needed() {
    everywhere(|page| {
        page.be_logged_in(&["me"]);
        let (status, lines) = page.call("readMyItems");
        assert_eq!(status, "403");
        // Swagger UI takes every field for a list, and shows it without the spaces between its members.
        has(&lines, r#"www-authenticate: Bearer error="insufficient_scope",scope="me items""#);
        page.log_out();
        page.be_logged_in(&["me", "items"]);
        assert_eq!(page.call("readMyItems").0, "200");
    });
}

#[test]
fn a_wrong_password_is_said_in_the_dialog_and_the_lock_stays_open() {
    everywhere(|page| {
        page.log_in("hush", &["me"]);
        let error = page.text(".dialog-ux .errors");
        assert!(error.contains("Bad Request"), "{error}");
        page.close();
        page.is("unlocked");
        assert_eq!(page.call("readMe").0, "401");
    });
}

#[test]
fn d4_who_loads_the_page_again_is_logged_out() {
    everywhere(|page| {
        page.be_logged_in(&["me"]);
        page.open();
        page.is("unlocked");
    });
}
