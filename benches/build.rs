//! Keeps `generated/` as `spec/spec.yaml` says.

fn main() {
    specwright::build("spec/spec.yaml", "generated");
}
