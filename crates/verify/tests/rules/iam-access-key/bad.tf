resource "aws_iam_user" "deploy" {
  name = "deploy"
}

resource "aws_iam_access_key" "deploy" {
  user = aws_iam_user.deploy.name
}

resource "aws_iam_access_key" "each" {
  for_each = toset(["mail", "backup"])
  user     = each.key
}

resource "aws_iam_user_login_profile" "clear" {
  user = aws_iam_user.deploy.name
}
