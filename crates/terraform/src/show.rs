//! Writes values as JSON, unknown parts included, for `paytf show`.

mod instances;
mod value;

pub use instances::instances;
pub use value::value;
