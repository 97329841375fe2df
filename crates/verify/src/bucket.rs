//! The resources that configure a bucket, which refer to it or have its name.

use std::collections::HashMap;

use super::attribute_path::AttributePath;
use super::inventory::Inventory;
use super::planned::Planned::Known;
use super::resource::Resource;

/// The resources of one type that configure buckets, as `aws_s3_bucket_policy`.
pub struct BucketSettings<'a> {
    inventory: &'a Inventory,
    kind: &'static str,
    by_name: HashMap<&'a str, Vec<Resource<'a>>>,
}

impl<'a> BucketSettings<'a> {
    /// The settings of one type.
    pub fn of(inventory: &'a Inventory, kind: &'static str) -> Self {
        let mut by_name: HashMap<&str, Vec<Resource>> = HashMap::new();
        for setting in inventory.all(kind) {
            if let Known(name) = setting.at("bucket").string() {
                by_name.entry(name).or_default().push(setting);
            }
        }
        Self { inventory, kind, by_name }
    }

    /// The settings of one bucket.
    pub fn of_bucket(&self, bucket: Resource<'a>) -> Vec<Resource<'a>> {
        let mut settings = self.inventory.referrers(bucket, self.kind, "bucket");
        let named = bucket.at("bucket").string().known().and_then(|name| self.by_name.get(name));
        for setting in named.into_iter().flatten() {
            if !settings.contains(setting) {
                settings.push(*setting);
            }
        }
        settings
    }
}

/// The bucket of the plan that a value refers to or names.
pub fn bucket_at<'a>(place: &AttributePath<'a>) -> Option<Resource<'a>> {
    let linked = place.link("aws_s3_bucket").one();
    linked.or_else(|| {
        let name = place.string().known()?;
        place
            .resource()
            .inventory()
            .all("aws_s3_bucket")
            .find(|bucket| bucket.at("bucket").string() == Known(name))
    })
}
