//! Unpacks what the documentation page loads: four files of Swagger UI as it is released, and our own script.
//!
//! The archive is a zip, so each file is there deflated. That becomes its gzip form as it is, without compressing again.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{CompressionMethod, ZipArchive, crc32};
use utoipa_swagger_ui_vendored::SWAGGER_UI_VENDORED;

const RELEASED: [(&str, &str); 4] = [
    ("swagger-ui.css", "text/css; charset=utf-8"),
    ("swagger-ui-bundle.js", JAVASCRIPT),
    ("oauth2-redirect.js", JAVASCRIPT),
    ("favicon-32x32.png", "image/png"),
];

const OUR_OWN: [(&str, &str); 1] = [("swagger-initializer.js", JAVASCRIPT)];

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// No file of Swagger UI comes near it.
const MAX_FILE: usize = 16 * 1024 * 1024;

struct File {
    content: Vec<u8>,
    gzip: Option<Vec<u8>>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let mut table = String::from("static ASSETS: &[Asset] = &[\n");
    for (name, media_type) in RELEASED {
        add(&mut table, &out, name, media_type, &unpack(name)?)?;
    }
    for (name, media_type) in OUR_OWN {
        let path = Path::new("assets").join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        add(&mut table, &out, name, media_type, &File { content: fs::read(path)?, gzip: None })?;
    }
    table.push_str("];\n");
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

/// Writes a file and its line of the table of `src/documentation/asset.rs`.
fn add(
    table: &mut String,
    out: &Path,
    name: &str,
    media_type: &str,
    file: &File,
) -> Result<(), Box<dyn Error>> {
    let tag = format!("{:x}-{:08x}", file.content.len(), crc32(&file.content));
    fs::write(out.join(name), &file.content)?;
    let identity = coded(name, &tag);
    let gzip = match &file.gzip {
        Some(gzip) => {
            let name = format!("{name}.gz");
            fs::write(out.join(&name), gzip)?;
            format!("Some({})", coded(&name, &format!("{tag}-gzip")))
        }
        None => "None".to_owned(),
    };
    writeln!(
        table,
        "Asset {{ name: {name:?}, media_type: {media_type:?}, identity: {identity}, gzip: {gzip} }},"
    )?;
    Ok(())
}

fn coded(name: &str, tag: &str) -> String {
    let tag = format!("\"{tag}\"");
    format!("Coded {{ bytes: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}\")), tag: {tag:?} }}")
}

/// A file of Swagger UI's `dist`.
fn unpack(name: &str) -> Result<File, Box<dyn Error>> {
    let archive = ZipArchive::from_slice(SWAGGER_UI_VENDORED)?;
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry()? {
        let path = entry.file_path().try_normalize()?;
        if path.as_ref().split_once('/').and_then(|(_, path)| path.strip_prefix("dist/")) != Some(name) {
            continue;
        }
        let data = archive.get_entry(entry.wayfinder())?.data();
        let file = match entry.compression_method() {
            CompressionMethod::STORE => File { content: data.to_vec(), gzip: None },
            CompressionMethod::DEFLATE => {
                let content =
                    decompress_to_vec_with_limit(data, MAX_FILE).map_err(|error| error.to_string())?;
                let gzip = gzip(data, &content)?;
                File { content, gzip: Some(gzip) }
            }
            _ => return Err(format!("{name} is compressed in an unknown way").into()),
        };
        if crc32(&file.content) != entry.crc32() {
            return Err(format!("{name} is damaged").into());
        }
        return Ok(file);
    }
    Err(format!("Swagger UI has no {name}").into())
}

/// A member of RFC 1952, section 2.3, made of data that is deflated already: no name, no time, no system.
fn gzip(deflated: &[u8], content: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut member = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
    member.extend_from_slice(deflated);
    member.extend_from_slice(&crc32(content).to_le_bytes());
    member.extend_from_slice(&u32::try_from(content.len())?.to_le_bytes());
    Ok(member)
}
