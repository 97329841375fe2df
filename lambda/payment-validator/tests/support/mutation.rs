//! Requests of the corpus, changed at random.

use fastrand::Rng;

/// What mutations put in: JSON's own characters, what its numbers and escapes are made of, and
/// broken UTF-8.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b":",
    b",",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"null",
    b"true",
    b"1e2",
    b"10.0",
    b"-0",
    b"9007199254740993",
    b"1e999",
    b"\xff",
    b"\xf0\x9f",
    b"\xe2\x80\xae",
    b"\0",
    b"Records",
    b"\"amount\"",
    b"-",
    b"9999",
    b"4111111111111111",
    b"4111 1111.1111\xe2\x80\x8b1111",
    b"\xef\xbc\x94\xef\xbc\x91",
    b"0000",
];

/// A request of the corpus with up to four changes, or, one in eight, nothing but random bytes.
pub fn input(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    if rng.u8(..8) == 0 {
        return (0..rng.usize(..512)).map(|_| rng.u8(..)).collect();
    }
    let mut input = seeds[rng.usize(..seeds.len())].clone();
    for _ in 0..rng.usize(..=4) {
        mutate(rng, &mut input, seeds);
    }
    input
}

fn mutate(rng: &mut Rng, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
    let at = rng.usize(..=input.len());
    let end = (at + rng.usize(..24)).min(input.len());
    match rng.u8(..6) {
        0 => input[at..end].iter_mut().take(1).for_each(|byte| *byte ^= 1 << rng.u8(..8)),
        1 => input[at..end].iter_mut().take(1).for_each(|byte| *byte = rng.u8(..)),
        2 => _ = input.drain(at..end),
        3 => _ = input.splice(at..at, PIECES[rng.usize(..PIECES.len())].iter().copied()),
        4 => _ = input.splice(at..at, input[at..end].to_vec()),
        _ => {
            let other = &seeds[rng.usize(..seeds.len())];
            let from = rng.usize(..other.len());
            _ = input.splice(at..end, other[from..(from + 64).min(other.len())].iter().copied());
        }
    }
}
