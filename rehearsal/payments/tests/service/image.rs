//! An image of the service, written without a Docker engine, is what the stack asks for.

#[path = "../../examples/image/layout.rs"]
pub mod layout;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The first bytes of a static program: all that is looked at.
pub fn program(folder: &Path, machine: u16, name: &str) -> PathBuf {
    let mut elf = vec![0; 64];
    elf[..8].copy_from_slice(&[0x7f, b'E', b'L', b'F', 2, 1, 1, 0]);
    elf[16..18].copy_from_slice(&2_u16.to_le_bytes());
    elf[18..20].copy_from_slice(&machine.to_le_bytes());
    elf[20] = 1;
    elf[52] = 64;
    let path = folder.join(name);
    fs::write(&path, elf).unwrap();
    path
}

/// What a descriptor leads to, whose hash and size it has.
fn blob(image: &Path, descriptor: &Value) -> Vec<u8> {
    let hash = descriptor["digest"].as_str().unwrap().strip_prefix("sha256:").unwrap();
    let content = fs::read(image.join("blobs/sha256").join(hash)).unwrap();
    assert_eq!(descriptor["size"], content.len());
    assert_eq!(format!("{:x?}", Sha256::digest(&content).as_slice()), hashed(hash));
    content
}

fn hashed(hex: &str) -> String {
    let bytes: Vec<_> = (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect();
    format!("{bytes:x?}")
}

fn document(image: &Path, descriptor: &Value) -> Value {
    serde_json::from_slice(&blob(image, descriptor)).unwrap()
}

#[test]
fn the_image_is_for_both_architectures_and_as_the_stack_wants_it() {
    let folder = tempfile::tempdir().unwrap();
    let (arm, intel) = (program(folder.path(), 183, "arm"), program(folder.path(), 62, "intel"));
    let (image, authorities) = (folder.path().join("image"), folder.path().join("authorities"));
    fs::write(&authorities, "certificates").unwrap();
    assert_eq!(
        layout::write(&image, &authorities, &[arm.clone(), intel]).unwrap(),
        ["arm64", "amd64"]
    );
    let top: Value = serde_json::from_slice(&fs::read(image.join("index.json")).unwrap()).unwrap();
    let index = document(&image, &top["manifests"][0]);
    for (number, architecture) in ["arm64", "amd64"].into_iter().enumerate() {
        let descriptor = &index["manifests"][number];
        assert_eq!(descriptor["platform"], json!({"architecture": architecture, "os": "linux"}));
        let manifest = document(&image, descriptor);
        let config = document(&image, &manifest["config"]);
        assert_eq!(
            (&config["architecture"], &config["os"]),
            (&json!(architecture), &json!("linux"))
        );
        assert_eq!(config["config"]["User"], "10001:10001");
        assert_eq!(config["config"]["Volumes"], json!({"/tmp": {}}));
        let mut layer = Vec::new();
        GzDecoder::new(blob(&image, &manifest["layers"][0]).as_slice())
            .read_to_end(&mut layer)
            .unwrap();
        let diff =
            config["rootfs"]["diff_ids"][0].as_str().unwrap().strip_prefix("sha256:").unwrap();
        assert_eq!(format!("{:x?}", Sha256::digest(&layer).as_slice()), hashed(diff));
        let mut archive = tar::Archive::new(layer.as_slice());
        let entries = archive.entries().unwrap().map(|entry| {
            let entry = entry.unwrap();
            let link = entry.link_name().unwrap().map(|link| link.display().to_string());
            (entry.path().unwrap().display().to_string(), (entry.header().mode().unwrap(), link))
        });
        let entries: BTreeMap<_, _> = entries.collect();
        assert_eq!(entries["tmp/"], (0o1777, None));
        assert_eq!(entries["usr/local/bin/payments"], (0o755, None));
        assert_eq!(entries["usr/local/bin/healthcheck"].1.as_deref(), Some("payments"));
        assert_eq!(entries["etc/ssl/certs/ca-certificates.crt"], (0o644, None));
    }
    let again = folder.path().join("again");
    layout::write(&again, &authorities, std::slice::from_ref(&arm)).unwrap();
    let first = fs::read(again.join("index.json")).unwrap();
    layout::write(&again, &authorities, &[arm]).unwrap();
    assert_eq!(fs::read(again.join("index.json")).unwrap(), first);
}

#[test]
fn what_does_not_run_in_an_empty_image_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let authorities = folder.path().join("authorities");
    fs::write(&authorities, "").unwrap();
    let arm = program(folder.path(), 183, "arm");
    for (programs, reason) in [
        (vec![std::env::current_exe().unwrap()], "not static"),
        (vec![authorities.clone()], "no program"),
        (vec![program(folder.path(), 8, "mips")], "machine is 8"),
        (vec![arm.clone(), arm], "second program"),
        (vec![folder.path().join("missing")], "cannot be read"),
    ] {
        let error =
            layout::write(&folder.path().join("image"), &authorities, &programs).unwrap_err();
        assert!(format!("{error:#}").contains(reason), "{error:#}");
    }
}
