use std::net::TcpListener;

use crate::{bootstrap, lines, request, start, verdict};

#[test]
fn sigterm_ends_the_function_at_once_and_cleanly() {
    let (api, function) = start(&[]);
    api.invoke(request(|_| ()));
    function.terminate();
    assert_eq!(function.finish().0, Some(0));
}

#[test]
fn a_refused_answer_does_not_stop_the_function() {
    let (api, _function) = start(&[]);
    for status in [400, 403, 413, 500] {
        api.answer_post_with(status);
        assert_eq!(verdict(&api.invoke(request(|_| ()))).0, "accepted");
    }
    assert_eq!(verdict(&api.invoke(request(|_| ()))).0, "accepted");
}

#[test]
fn a_runtime_api_that_fails_stops_the_function_with_an_error_in_the_log() {
    let (api, function) = start(&[]);
    api.send_with_status(500, "{\"errorMessage\":\"container error\"}");
    let (code, output, _) = function.finish();
    assert_ne!(code, Some(0));
    assert_eq!(lines(&output).last().expect("a line")["level"], "ERROR");
}

#[test]
fn a_runtime_api_that_is_not_there_stops_the_function_with_an_error_in_the_log() {
    let closed =
        TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("an address");
    let (code, output, _) = bootstrap(&closed.to_string(), &[]).finish();
    assert_eq!(code, Some(1));
    let line = lines(&output).pop().expect("a line");
    assert_eq!([&line["level"], &line["message"]], ["ERROR", "runtime stopped"]);
}

#[test]
fn an_address_that_is_none_stops_the_function_with_an_error_in_the_log() {
    for address in ["", "no port", "\u{fc}:1"] {
        let (code, output, errors) = bootstrap(address, &[]).finish();
        assert_eq!((code, errors.as_str()), (Some(1), ""), "{address}");
        assert_eq!(
            lines(&output).pop().expect("a line")["message"],
            "runtime stopped",
            "{address}"
        );
    }
}
