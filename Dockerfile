# paytf in a small image with a shell, which GitLab and others want: docker build --tag paytf .
# On arm64 the image lacks the stack's Lambda function; `paytf gen` then asks for --validator-zip.
FROM rust:1.95-bookworm AS build
RUN apt-get update && apt-get install --yes --no-install-recommends musl-tools
WORKDIR /paytf
COPY . .
RUN target="$(uname -m)-unknown-linux-musl" \
    && rustup target add "$target" \
    && cargo build --profile dist --locked --target "$target" \
    && cp "target/$target/dist/paytf" /usr/local/bin/paytf

FROM alpine:3.22
COPY --from=build /usr/local/bin/paytf /usr/local/bin/paytf
USER nobody
WORKDIR /work
ENTRYPOINT ["paytf"]
