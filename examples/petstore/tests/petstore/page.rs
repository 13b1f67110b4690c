//! The store in a real browser, with Swagger UI.

use specwright_tests::browser::{self, Session};

use crate::Store;

/// The button that opens the dialog, and has a lock on it.
const AUTHORIZE: &str = ".scheme-container .btn.authorize";

/// The page of a store of its own.
struct Page<'s> {
    browser: &'s Session,
    store: Store,
}

impl<'s> Page<'s> {
    fn open(browser: &'s Session) -> Self {
        let store = Store::open();
        browser.open(&format!("http://{}/docs", store.server.address));
        Self { browser, store }
    }

    /// Tries an operation out as it is filled in by the page, and reads what it answers: the status and the content.
    fn call(&self, tag: &str, operation: &str) -> (String, String) {
        let block = format!("#operations-{tag}-{operation}");
        self.press(&format!("{block} .opblock-summary-control"));
        self.press(&format!("{block} .try-out__btn"));
        self.press(&format!("{block} .execute"));
        let response = format!("{block} .live-responses-table .response");
        let read = |part: &str| self.browser.find(&format!("{response} .response-col_{part}")).text();
        (read("status"), read("description"))
    }

    fn press(&self, selector: &str) {
        self.browser.find(selector).click();
    }

    /// Nothing on the page is against its policy, and it was refused nothing.
    fn has_no_complaints(&self) {
        let complaints = browser::complaints(self.browser);
        assert!(complaints.is_empty(), "{:?}", complaints.first().map(|complaint| &complaint.message));
    }
}

#[test]
fn staff_find_pets_with_a_token_that_the_page_gets_for_the_secret() {
    let Some(browser) = browser::start() else { return };
    let page = Page::open(&browser);
    page.press(AUTHORIZE);
    browser.find("#client_id_clientCredentials").enter("petstore");
    browser.find("#client_secret_clientCredentials").enter(&page.store.secret);
    page.press("label[for='read:pets-clientCredentials-checkbox-petstore_auth']");
    page.press(".dialog-ux [aria-label='Apply given OAuth2 credentials']");
    browser.find(".dialog-ux [aria-label='Remove authorization']");
    page.press(".dialog-ux .btn-done");
    let (status, content) = page.call("pet", "findPetsByStatus");
    assert_eq!(status, "200");
    assert!(content.contains(r#""name": "Rex""#), "{content}");
    page.has_no_complaints();
}

#[test]
fn users_see_the_inventory_with_the_key_of_their_login() {
    let Some(browser) = browser::start() else { return };
    let page = Page::open(&browser);
    let key = page.store.key("alice");
    page.press(AUTHORIZE);
    browser.find("#api_key_value").enter(&key);
    page.press(".dialog-ux [aria-label='Apply credentials']");
    browser.find(".dialog-ux [aria-label='Remove authorization']");
    page.press(".dialog-ux .btn-done");
    let (status, content) = page.call("store", "getInventory");
    assert_eq!(status, "200");
    assert!(content.contains(r#""available": 2"#), "{content}");
    page.has_no_complaints();
}
