//! Lambda with the stack's function, and a bucket, at port 9100: what the service calls, at a desk
//! without AWS.

#[path = "../tests/service/stand_ins.rs"]
mod stand_ins;

#[tokio::main]
async fn main() {
    let stand_ins = stand_ins::StandIns::start(9100).await;
    println!("Lambda and a bucket at http://{}, until this is ended", stand_ins.address);
    std::future::pending::<()>().await;
}
