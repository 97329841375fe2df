//! An image with what `Dockerfile` puts into it, byte for byte the same each time.
//! Source: OCI Image Format Specification 1.1, "Image Layout", "Image Index", "Image Manifest",
//! "Image Configuration", "Layer".

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use object::elf::{FileHeader64, PT_INTERP};
use object::read::elf::{FileHeader, ProgramHeader};
use object::{Endianness, elf};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tar::{Builder, EntryType, Header};

/// Writes it; the architectures it is for.
///
/// # Errors
/// When a program is none that runs in an empty image, or something cannot be read or written.
pub fn write(image: &Path, authorities: &Path, programs: &[PathBuf]) -> Result<Vec<&'static str>> {
    let read =
        |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let authorities = read(authorities)?;
    let blobs = Blobs(image.join("blobs/sha256"));
    fs::create_dir_all(&blobs.0)
        .with_context(|| format!("{} cannot be written", image.display()))?;
    let (mut manifests, mut architectures) = (Vec::new(), Vec::new());
    for path in programs {
        let program = read(path)?;
        let architecture = architecture(&program).with_context(|| path.display().to_string())?;
        ensure!(
            !architectures.contains(&architecture),
            "{} is a second program for {architecture}",
            path.display()
        );
        let mut manifest = manifest(&blobs, &layer(&program, &authorities)?, architecture)?;
        manifest["platform"] = json!({"architecture": architecture, "os": "linux"});
        manifests.push(manifest);
        architectures.push(architecture);
    }
    let index = index(&manifests);
    let mut all =
        blobs.write("application/vnd.oci.image.index.v1+json", index.to_string().as_bytes())?;
    all["annotations"] = json!({"org.opencontainers.image.ref.name": "release"});
    fs::write(image.join("index.json"), self::index(&[all]).to_string())?;
    fs::write(image.join("oci-layout"), json!({"imageLayoutVersion": "1.0.0"}).to_string())?;
    Ok(architectures)
}

fn index(manifests: &[Value]) -> Value {
    json!({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": manifests
    })
}

/// Content by its hash.
struct Blobs(PathBuf);

impl Blobs {
    /// A descriptor of what is written.
    fn write(&self, media_type: &str, content: &[u8]) -> Result<Value> {
        let hash = hash(content);
        fs::write(self.0.join(&hash), content)?;
        Ok(json!({
            "mediaType": media_type, "digest": format!("sha256:{hash}"), "size": content.len()
        }))
    }
}

fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn manifest(blobs: &Blobs, layer: &[u8], architecture: &str) -> Result<Value> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(layer)?;
    let compressed = blobs.write("application/vnd.oci.image.layer.v1.tar+gzip", &gzip.finish()?)?;
    let config = json!({
        "architecture": architecture,
        "os": "linux",
        "config": {
            "User": "10001:10001",
            "Entrypoint": ["/usr/local/bin/payments"],
            "ExposedPorts": {"8443/tcp": {}},
            "Volumes": {"/tmp": {}},
        },
        "rootfs": {"type": "layers", "diff_ids": [format!("sha256:{}", hash(layer))]},
    });
    let config =
        blobs.write("application/vnd.oci.image.config.v1+json", config.to_string().as_bytes())?;
    let media_type = "application/vnd.oci.image.manifest.v1+json";
    let manifest = json!({
        "schemaVersion": 2, "mediaType": media_type, "config": config, "layers": [compressed]
    });
    blobs.write(media_type, manifest.to_string().as_bytes())
}

fn layer(program: &[u8], authorities: &[u8]) -> Result<Vec<u8>> {
    let mut layer = Builder::new(Vec::new());
    let mut add = |path: &str, kind: EntryType, mode: u32, content: &[u8]| -> Result<()> {
        let mut header = Header::new_gnu();
        header.set_entry_type(kind);
        header.set_mode(mode);
        header.set_size(content.len() as u64);
        Ok(layer.append_data(&mut header, path, content)?)
    };
    for folder in ["etc/", "etc/ssl/", "etc/ssl/certs/", "usr/", "usr/local/", "usr/local/bin/"] {
        add(folder, EntryType::Directory, 0o755, &[])?;
    }
    add("tmp/", EntryType::Directory, 0o1777, &[])?;
    add("etc/ssl/certs/ca-certificates.crt", EntryType::Regular, 0o644, authorities)?;
    add("usr/local/bin/payments", EntryType::Regular, 0o755, program)?;
    let mut link = Header::new_gnu();
    link.set_entry_type(EntryType::Symlink);
    link.set_mode(0o777);
    link.set_size(0);
    layer.append_link(&mut link, "usr/local/bin/healthcheck", "payments")?;
    Ok(layer.into_inner()?)
}

/// What a program is for. One that needs a loader does not start where there is nothing else.
fn architecture(program: &[u8]) -> Result<&'static str> {
    let header = FileHeader64::<Endianness>::parse(program)
        .ok()
        .context("this is no program of 64-bit Linux")?;
    let endian = header.endian()?;
    let needs_loader =
        header.program_headers(endian, program)?.iter().any(|one| one.p_type(endian) == PT_INTERP);
    ensure!(
        !needs_loader,
        "it is not static: build it for a target such as aarch64-unknown-linux-musl"
    );
    match header.e_machine(endian) {
        elf::EM_AARCH64 => Ok("arm64"),
        elf::EM_X86_64 => Ok("amd64"),
        other => bail!("its machine is {other}: linux/arm64 and linux/amd64 are known"),
    }
}
