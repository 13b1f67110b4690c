//! Keeps the servers that the tests drive as their documents say.

fn main() {
    for name in ["defaults", "enums", "form-body", "many-paths", "nullable-30"] {
        specwright::build(format!("cases/{name}/spec.yaml"), format!("driven/{}", name.replace('-', "_")));
    }
}
