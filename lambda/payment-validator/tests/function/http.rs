//! What the client of the Runtime API makes of bytes.

use std::io::{Cursor, ErrorKind};

use fastrand::Rng;
use payment_validator::read_answer;

const HEAD: &str = "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: id-1\r\n";

fn read(bytes: impl AsRef<[u8]>) -> Result<(u16, Option<String>, Vec<u8>), ErrorKind> {
    let answer = read_answer(&mut Cursor::new(bytes.as_ref())).map_err(|error| error.kind())?;
    Ok((answer.status, answer.request_id, answer.body))
}

#[test]
fn bodies_are_read_by_length_by_chunks_or_to_the_end() {
    let bodies = [
        "Content-Length: 2\r\n\r\n{}rest",
        "content-length:2\n\n{}",
        "Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1;a=b\r\n}\r\n0\r\nTrailer: x\r\n\r\n",
        "Transfer-Encoding: gzip, Chunked\r\nContent-Length: 9\r\n\r\n02\r\n{}\r\n0\r\n\r\n",
        "Connection: close\r\n\r\n{}",
    ];
    for body in bodies {
        assert_eq!(
            read(format!("{HEAD}{body}")),
            Ok((200, Some("id-1".to_owned()), b"{}".to_vec())),
            "{body}"
        );
    }
}

#[test]
fn answers_that_are_cut_short_or_no_http_are_errors() {
    let whole = format!("{HEAD}Content-Length: 2\r\n\r\n{{}}");
    for end in 0..whole.len() {
        assert_eq!(read(&whole[..end]), Err(ErrorKind::UnexpectedEof), "{}", &whole[..end]);
    }
    for bytes in [
        "\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "HTTP/1.1\r\n\r\n",
        "garbage\n",
        "HTTP/1.1 20\r\n\r\n",
    ] {
        assert_eq!(read(bytes), Err(ErrorKind::InvalidData), "{bytes}");
    }
    for header in [
        "Content-Length: -1",
        "Content-Length: 99999999999999999999",
        "Content-Length: 2, 2",
        "Content-Length:",
    ] {
        assert_eq!(
            read(format!("{HEAD}{header}\r\n\r\n{{}}")),
            Err(ErrorKind::InvalidData),
            "{header}"
        );
    }
    for chunks in ["x\r\n", "\r\n", "-1\r\n", "fffffffffffffffff\r\n"] {
        let bytes = format!("{HEAD}Transfer-Encoding: chunked\r\n\r\n{chunks}");
        assert_eq!(read(bytes), Err(ErrorKind::InvalidData), "{chunks}");
    }
}

/// What is announced costs nothing until it comes.
#[test]
fn a_length_beyond_all_memory_is_not_allocated() {
    for header in [
        "Content-Length: 18446744073709551615\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    ] {
        assert_eq!(read(format!("{HEAD}{header}{{}}")), Err(ErrorKind::UnexpectedEof), "{header}");
    }
}

#[test]
fn only_an_id_that_can_stand_in_a_path_is_taken() {
    let id = |id: &[u8]| {
        let bytes = [
            b"HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: ",
            id,
            b"\r\nContent-Length: 0\r\n\r\n",
        ]
        .concat();
        read(bytes).expect("an answer").1
    };
    assert_eq!(
        id(b"8476a536-e9f4-11e8-9739-2dfe598c3fcd").as_deref(),
        Some("8476a536-e9f4-11e8-9739-2dfe598c3fcd")
    );
    for bad in [
        &b""[..],
        b"a b",
        b"a\tb",
        b"a\x00b",
        b"a\x7fb",
        "\u{e9}".as_bytes(),
        b"\xff",
        b"a\rb",
        &[b'a'; 257],
    ] {
        assert_eq!(id(bad), None, "{bad:?}");
    }
}

#[test]
fn no_bytes_make_the_client_panic() {
    let seed = format!(
        "{HEAD}Lambda-Runtime-Client-Context: {{}}\r\nTransfer-Encoding: \
         chunked\r\nContent-Length: 12\r\n\r\n5\r\n{{\"a\":\r\n2\r\n1}}\r\n0\r\n\r\n"
    );
    for number in 0..200_000 {
        let mut rng = Rng::with_seed(number);
        let mut bytes = seed.clone().into_bytes();
        for _ in 0..rng.usize(1..6) {
            let at = rng.usize(..bytes.len());
            match rng.u8(..4) {
                0 => bytes[at] = rng.u8(..),
                1 => bytes.truncate(at.max(1)),
                2 => bytes.insert(at, b"\r\n:;\0\xff0f"[rng.usize(..8)]),
                _ => _ = bytes.remove(at.min(bytes.len() - 1)),
            }
            if bytes.is_empty() {
                break;
            }
        }
        if let Ok((_, _, body)) = read(&bytes) {
            assert!(body.len() <= bytes.len());
        }
    }
}
