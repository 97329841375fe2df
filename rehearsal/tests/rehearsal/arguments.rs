//! What cannot be rehearsed is told.

use crate::rehearse;

#[test]
fn a_zone_that_is_none_is_told_with_what_can_be_given() {
    let output = rehearse(&["--lose=b"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("give zone-b, or zone-a,zone-b for several")
    );
}
