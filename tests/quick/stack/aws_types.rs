//! `src/aws/` is what the committed provider schema says; with `PAYTF_UPDATE=1` it is regenerated.

mod generate;

use std::path::Path;

use paytf::schema::ProviderSchema;

#[test]
fn the_generated_types_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/aws");
    let wanted = generate::files(&ProviderSchema::committed().unwrap());
    let wanted = wanted.into_iter().map(|(name, source)| (name, source.into_bytes())).collect();
    crate::update::assert_fresh(&folder, &wanted, |_| true);
}
