//! The AWS service that a name is of, as `com.amazonaws.us-east-1.s3`.

use terraform::value::{Part, Value};

use crate::{AttributePath, Planned};

/// The service of the name at a place, without region: `s3`, `ecr.api`. Of a service that is not
/// AWS's, the whole name.
pub fn service<'a>(place: &AttributePath<'a>) -> Planned<&'a str> {
    match (place.string(), service_at(place)) {
        (Planned::Absent, _) => Planned::Absent,
        (_, Some(service)) => Planned::Known(service),
        (name, None) => name,
    }
}

/// The service of the name at a place, of which the region may be known only after the apply.
pub fn service_at<'a>(place: &AttributePath<'a>) -> Option<&'a str> {
    if let Planned::Known(name) = place.string() {
        return service_of(name);
    }
    let Value::Template(template) = place.configured()?.unmarked().0 else { return None };
    match &template.parts[..] {
        [Part::Text(start), Part::Hole(_), Part::Text(end)] if **start == *"com.amazonaws." => {
            end.strip_prefix('.')
        }
        _ => None,
    }
}

/// The service of a name as `com.amazonaws.us-east-1.s3`, without its region;
/// `com.amazonaws.global.cloudfront.origin-facing` too.
fn service_of(name: &str) -> Option<&str> {
    let (_region, service) = name.strip_prefix("com.amazonaws.")?.split_once('.')?;
    Some(service)
}
