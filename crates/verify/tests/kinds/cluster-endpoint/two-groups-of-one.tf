# Two node groups of one, each in one zone.
#: plan: zone:us-east-1a!=survives

resource "aws_eks_cluster" "k" {
  name     = "k"
  role_arn = "arn:aws:iam::123456789012:role/k"
  vpc_config {
    subnet_ids = [for s in aws_subnet.main : s.id]

  }
}
resource "aws_eks_node_group" "n" {
  for_each      = { a = aws_subnet.main["a"].id, b = aws_subnet.main["b"].id }
  cluster_name  = aws_eks_cluster.k.name
  node_role_arn = "arn:aws:iam::123456789012:role/n"
  subnet_ids    = [each.value]
  scaling_config {
    desired_size = 1
    min_size     = 1
    max_size     = 1
  }
}
