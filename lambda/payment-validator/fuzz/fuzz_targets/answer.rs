//! Any bytes as an answer of the Runtime API: its head with the headers of an invocation, and its
//! body.
#![no_main]

use libfuzzer_sys::fuzz_target;
use payment_validator::read_answer;

fuzz_target!(|input: &[u8]| {
    if let Ok(answer) = read_answer(&mut &*input) {
        assert!(answer.body.len() <= input.len());
        assert!(
            answer
                .request_id
                .is_none_or(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_graphic()))
        );
    }
});
