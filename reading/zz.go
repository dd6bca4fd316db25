package reading

func (d *doc) findFigures() {}
