//! `src/aws/` is what the committed provider schema says; with `PAYTF_UPDATE=1` it is written anew.

mod generate;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use paytf::schema::ProviderSchema;

#[test]
fn the_generated_types_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/aws");
    let wanted = generate::files(&ProviderSchema::committed().unwrap());
    if std::env::var_os("PAYTF_UPDATE").is_some() {
        fs::remove_dir_all(&folder).ok();
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in &wanted {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    let found: BTreeMap<String, String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    let stale: Vec<_> =
        wanted.keys().chain(found.keys()).filter(|name| wanted.get(*name) != found.get(*name)).collect();
    assert!(
        stale.is_empty(),
        "src/aws/ is not what src/schema/aws.json says: {stale:?}; PAYTF_UPDATE=1 cargo test --test aws_types"
    );
}
