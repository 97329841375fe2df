//! One assertion per promise of the tier.
