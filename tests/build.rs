//! Keeps the servers that the tests drive as their documents say.

#[path = "build/echo.rs"]
mod echo;
#[path = "build/half.rs"]
mod half;
#[allow(dead_code, unused_imports, reason = "what follows from the documents is for the test")]
mod matrix;
#[path = "build/servers.rs"]
mod servers;
#[allow(dead_code, reason = "what is sent is for the test")]
mod vectors;

fn main() {
    for name in [
        "body-media-types",
        "defaults",
        "enums",
        "form-body",
        "many-paths",
        "multipart",
        "nullable-30",
        "openapi-32",
        "response-media-types",
        "response-ranges",
        "response-schemas",
        "response-streams",
        "segments",
        "webhooks",
    ] {
        specwright::build(format!("cases/{name}/spec.yaml"), format!("driven/{}", name.replace('-', "_")));
    }
    specwright::build("round_trip/spec.yaml", "driven/round_trip");
    specwright::build("golden/token_simple.yaml", "driven/token_simple");
    servers::write();
    echo::write();
}
