//! `src/aws/` is what the committed provider schema says; with `PAYTF_UPDATE=1` it is regenerated.

mod generate;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use paytf::schema::ProviderSchema;

#[test]
fn the_generated_types_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/aws");
    let wanted = generate::files(&ProviderSchema::committed().unwrap());
    let wanted = wanted.into_iter().map(|(name, source)| (name, source.into_bytes())).collect();
    crate::update::assert_fresh(&folder, &wanted, |_| true);
}

#[test]
fn every_generated_type_is_in_use() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut words) = (vec![source.clone()], BTreeSet::new());
    while let Some(folder) = folders.pop() {
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        for path in paths.filter(|path| *path != source.join("aws")) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(path).unwrap();
                words.extend(text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
            }
        }
    }
    let unused: Vec<_> = generate::type_names(&ProviderSchema::committed().unwrap())
        .into_iter()
        .filter(|name| !words.contains(name))
        .collect();
    assert!(unused.is_empty(), "nothing declares {unused:?}: take them out of src/schema/aws.json");
}
